import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { signIn } from '@/e2e/access/sign-in'
import { local } from '@/e2e/journeys/local'
import { makeSecondTenant, proveDomain, type SecondTenant } from '@/lib/testing/second-tenant'
import { Api } from '@/prisma/demo/api'
import { arrived, type Listed } from './arrived'
import { sendBlind } from './send'

const word = () => randomBytes(6).toString('hex')
const domain = `other-${word()}.example`
let other: SecondTenant
let domainId: string

const evaluate = (evaluation: 'message' | 'recipient') =>
  fetch(`${local().awsEndpoint}/_local/evaluation`, { method: 'PUT', body: JSON.stringify({ evaluation }) }).then((answer) => expect(answer.status).toBe(200))

test.beforeAll(async () => {
  test.setTimeout(90_000)
  other = await makeSecondTenant(local())
  domainId = await proveDomain(local(), other.apiKey, domain)
})
test.afterAll(async () => {
  await evaluate('message')
  const { consoleUrl } = local()
  await fetch(`${consoleUrl}/api/v1/domains/${domainId}`, { method: 'DELETE', headers: { authorization: `Bearer ${other.apiKey}` } })
})

/** Everything that the API tells a tenant of one mail. */
async function told(key: string, messages: Listed[], query: string): Promise<string> {
  const { consoleUrl } = local()
  const paths = [`/messages?limit=100`, `/messages?q=${query}`, ...messages.flatMap(({ id }) => ['', '/raw', '/trace'].map((what) => `/messages/${id}${what}`))]
  const answers = paths.map(async (path) => {
    const answer = await fetch(`${consoleUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect([path, answer.status]).toEqual([path, 200])
    return answer.text()
  })
  return (await Promise.all(answers)).join('\n')
}

for (const evaluation of ['message', 'recipient'] as const)
  test(`a mail to three recipients in two tenants is three deliveries in two logs, rules evaluated by ${evaluation}`, async ({ request }) => {
    await evaluate(evaluation)
    const { consoleUrl, tenant } = local()
    const subject = `Shared ${word()}`
    const ours = [`a-${word()}@${tenant.domain}`, `b-${word()}@${tenant.domain}`]
    const theirs = [`c-${word()}@${domain}`]
    await sendBlind([ours[0]!, theirs[0]!, ours[1]!], subject)

    const sides = [
      { key: tenant.apiKey, slug: tenant.slug, account: tenant, mine: ours, hidden: theirs },
      { key: other.apiKey, slug: other.slug, account: other, mine: theirs, hidden: ours },
    ]
    for (const { key, slug, account, mine, hidden } of sides) {
      const api = new Api(consoleUrl, key)
      const found = await arrived(api, subject, mine.length)
      expect(found.map((m) => m.recipient)).toEqual(mine)

      const answers = await told(key, found, subject.replace(' ', '+'))
      for (const address of mine) expect(answers).toContain(address)
      for (const address of hidden) {
        expect(answers).not.toContain(address)
        for (const filter of ['q', 'recipient']) {
          const { data } = await api.call<{ data: Listed[] }>('GET', `/messages?${filter}=${encodeURIComponent(address)}`)
          expect([filter, data]).toEqual([filter, []])
        }
      }

      await signIn(request, account)
      const page = await (await request.get(`/t/${slug}/messages?q=${subject.replace(' ', '+')}`)).text()
      for (const address of mine) expect(page).toContain(address)
      for (const address of hidden) expect(page).not.toContain(address)
    }
  })
