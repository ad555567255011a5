import type { LocalJson } from '@/lib/local/local-json'
import { Api } from '@/prisma/demo/api'
import { Client } from '../http'

export interface ConsolePage {
  /** As its folder below app/ is named. */
  name: string
  path: string
  /** Cookie field of whoever may read it; '' for a stranger. */
  cookie: string
}

/** Every page of the console, with an address that shows something; those of tenant and operator as whoever logged in there. */
export async function consolePages(local: LocalJson): Promise<ConsolePage[]> {
  const owner = await loggedIn(local, local.tenant)
  const operator = await loggedIn(local, local.operator)
  const api = new Api(local.consoleUrl, local.tenant.apiKey)
  const platform = new Api(local.consoleUrl, local.operator.apiKey)
  const first = async (from: Api, path: string) => (await from.call<{ data: { id: string }[] }>('GET', path)).data[0]!.id
  const message = await first(api, '/messages?disposition=quarantined&limit=1')
  const domain = await first(api, '/domains')
  const plan = await first(platform, '/operator/plans')
  const { rules } = await api.call<{ rules: { name: string }[] }>('GET', '/rule-set/draft')
  const t = `/t/${local.tenant.slug}`
  return [
    ...['/login', '/sign-up'].map((path) => ({ name: path, path, cookie: '' })),
    ...[
      ['Today', ''],
      ['log', '/messages'],
      ['message', `/messages/${message}`],
      ['domains', '/domains'],
      ['domain', `/domains/${domain}`],
      ['domain: new', '/domains/new'],
      ['domain: send to a colleague', `/domains/${domain}/send`],
      ['rules', '/rules'],
      ['rules: one in the editor', `/rules?rule=${encodeURIComponent(rules[0]!.name)}`],
      ['rules: diff', '/rules/diff'],
      ['rules: test a message', '/rules/test'],
      ['rules: publish', '/rules/publish'],
      ['rules: versions', '/rules/versions'],
      ['rules: a version', '/rules/versions/1'],
    ].map(([name, path]) => ({ name: name!, path: t + path, cookie: owner })),
    ...[
      ['operator: health', ''],
      ['operator: tenants', '/tenants'],
      ['operator: sync', '/sync'],
      ['operator: a plan', `/sync/${plan}`],
      ['operator: jobs', '/jobs'],
    ].map(([name, path]) => ({ name: name!, path: `/operator${path}`, cookie: operator })),
  ]
}

async function loggedIn(local: LocalJson, account: { email: string; password: string }): Promise<string> {
  const client = new Client(local.consoleUrl)
  await client.logIn(account)
  client.close()
  return client.cookie
}
