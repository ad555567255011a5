// Fills a first local copy: a demo tenant with a verified domain, rules and 40 mails, and an operator. Idempotent: what stands is left.
// The last line on standard output is JSON for local.json: {operator, tenant}.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { createDemoAccounts, type Demo } from './demo/accounts'
import { Api, until } from './demo/api'
import { proveDomain, publishRules, sendDemoMail } from './demo/mail'

process.env['POSTROOM_ROLE'] = 'web'
const smtp = process.argv[2] ?? `127.0.0.1:${config().local.smtpPort}`
if (config().aws.live) throw new Error('The demo is for the local AWS alone: with POSTROOM_AWS=live nothing is seeded.')

interface Kept extends Demo {
  installation: string
  /** Rules and mails are there too. */
  filled: boolean
}

const file = path.join(config().home, 'demo.json')
const { id: installation } = await database().prisma.installation.findFirstOrThrow()

/** Keys are stored as hashes: the demo's own stand in its home, so that each start can say them. Another database's are void. */
function kept(): Kept | undefined {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Kept
    return found.installation === installation ? found : undefined
  } catch {
    return undefined
  }
}
const keep = (demo: Kept) => writeFileSync(file, JSON.stringify(demo, null, 2) + '\n', { mode: 0o600 })

const demo: Kept = kept() ?? { ...(await createDemoAccounts()), installation, filled: false }
keep(demo)
const api = new Api(`http://127.0.0.1:${config().port}`, demo.tenant.apiKey)
if (!demo.filled) {
  await proveDomain(api, demo.tenant.domain)
  await publishRules(api)
  await sendDemoMail(api, demo.tenant.domain, smtp)
  await until('The sync plan', 30_000, async () => {
    const operator = new Api(`http://127.0.0.1:${config().port}`, demo.operator.apiKey)
    const { data } = await operator.call<{ data: { status: string }[] }>('GET', '/operator/plans')
    return data.every((p) => p.status !== 'ready' && p.status !== 'applying') ? true : undefined
  })
  demo.filled = true
  keep(demo)
}
console.log(JSON.stringify({ operator: demo.operator, tenant: demo.tenant }))
await database().close()
