// `npm run torture`: mails and repeated, reordered, forged notifications at full speed, while web and worker are killed with -9
// at random, the product sends mail of its own meanwhile, and one tenant meets its limit of messages a day, which is then raised; then an audit compares what the MX took with what every table and object says. Bounded, on loopback alone.
// TORTURE_MAILS (2000) and TORTURE_SEED (random) set its size and make a run again.
import { S3Client } from '@aws-sdk/client-s3'
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { attack, foreignEnvelopes } from './torture/attack'
import { audit } from './torture/audit'
import { listenToHooks } from './torture/hooks'
import { limitMessages, untilNoneWaits, waiting } from './torture/limits'
import { sendMails } from './torture/mails'
import { startProduct, type Product } from './torture/product'
import { seeded } from './torture/random'
import { auditSent, sendProductMails, untilSent } from './torture/sending'
import { prepareTenants } from './torture/tenants'

const count = Number(process.env['TORTURE_MAILS'] ?? 2000)
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)
const random = seeded(seed)
const began = Date.now()
const say = (sentence: string) => console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s] ${sentence}`)

say(`${count} mails, seed ${seed}`)
const product = await startProduct()
// Mails of the product are queued from here, sealed with the copy's key.
process.env['POSTROOM_HOME'] = product.home
const owner = new pg.Pool({ connectionString: product.local.databaseUrl, max: 8 })
owner.on('error', () => {})
let failed = true
try {
  failed = await storm(product)
} finally {
  await owner.end()
  await product.stop()
}
process.exit(failed ? 1 : 0)

async function storm({ local, kill, hookPort }: Product): Promise<boolean> {
  const tenants = await prepareTenants(local, owner)
  say(`two tenants: ${tenants.map((t) => t.domain).join(', ')}`)
  const foreign = await foreignEnvelopes(local.awsEndpoint, local.region)
  const before = new Set((await owner.query<{ id: string }>('SELECT id FROM delivery')).rows.map((r) => r.id))

  // The second tenant meets its limit early in the storm; it is raised in its midst, while processes are killed.
  const limited = tenants[1].tenantId
  await limitMessages(local, limited, Math.ceil(count / 10))

  const hooks = await listenToHooks(local, hookPort, random)

  let told = 0
  const onProgress = (n: number) => {
    if (n - told >= count / 4) say(`${(told = n)} mails taken by the MX`)
  }
  const sending = sendMails({ ...local.smtp, count, tenants, random, onProgress })
  const kills = { web: 0, worker: 0 }
  let raging = true
  const killing = (async () => {
    while (raging) {
      await pause(700 + random() * 2300)
      const which = random() < 0.5 ? 'web' : 'worker'
      if (raging && kill(which)) kills[which]++
    }
  })()
  const attacking = attack({ url: local.consoleUrl, owner, count, random, foreign, until: sending })
  const mailing = sendProductMails({ local, owner, count: count / 10, until: sending })
  const accepted = await sending
  say(`the MX took ${accepted.length} mails for ${accepted.reduce((n, a) => n + a.recipients.size, 0)} recipients`)
  const waited = await waiting(owner, limited)
  say(`${waited} messages of the second tenant wait: its limit is ${Math.ceil(count / 10)} a day, and is raised now`)
  await limitMessages(local, limited, null)
  const report = await attacking
  const sent = await mailing
  raging = false
  await killing
  say(`killed web ${kills.web} times, worker ${kills.worker} times; ${report.repeated} repeats, ${report.forged} forgeries; ${sent.queued} mails sent by the product`)

  const settled = await untilSettled()
  say(settled ? 'all notifications are processed' : 'NOT settled in time')
  const allRoom = await untilNoneWaits(owner, limited)
  if (!allRoom) say('NOT all that waited for room was processed in time')
  const s3 = new S3Client({ endpoint: local.awsEndpoint, region: local.region, forcePathStyle: true, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } })
  const { rows } = await owner.query<{ bucket: string }>(`SELECT value->>'bucket' AS bucket FROM platform_setting WHERE key = 'receiving'`)
  const allSent = await untilSent({ local, owner })
  if (!allSent) say('NOT all mails of the product were sent in time')
  const allTold = await hooks.untilTold(owner)
  const { taken, again, forged } = hooks.counts()
  say(`${taken} webhook ids taken, ${again} calls once more with an id that was taken${allTold ? '' : '; NOT all were told in time'}`)
  const findings = await audit({ owner, accepted, before, s3, bucket: rows[0]!.bucket })
  const left = await auditSent({ local, sent })
  findings.lost.push(...left.lost)
  findings.doubled.push(...left.doubled)
  const hooked = await hooks.audit(owner, before)
  for (const kind of ['lost', 'doubled', 'stuck'] as const) findings[kind].push(...hooked[kind])
  if (forged > 0) findings.foreign.push(`${forged} webhooks with a wrong signature`)
  hooks.close()

  console.log('')
  for (const [what, list] of Object.entries(findings)) {
    console.log(`${what.padEnd(8)} ${list.length}`)
    for (const line of list.slice(0, 10)) console.log(`         ${line}`)
  }
  console.log(`forged envelopes taken ${report.forgedTaken.length}`)
  for (const line of report.forgedTaken.slice(0, 10)) console.log(`         ${line}`)
  if (waited === 0) console.log('nothing waited for room: the limit was not met')
  const wrong = !settled || waited === 0 || !allRoom || !allSent || !allTold || report.forgedTaken.length > 0 || Object.values(findings).some((l: string[]) => l.length > 0)
  console.log(wrong ? '\nFAILED' : `\npassed in ${((Date.now() - began) / 1000).toFixed(0)} s`)
  return wrong
}

/** SNS's own retries and the queue's must have done their work: nothing pending, twice in a row. */
async function untilSettled(): Promise<boolean> {
  let quiet = 0
  for (const start = Date.now(); Date.now() - start < 300_000; await pause(500)) {
    const { rows } = await owner
      .query<{ n: number }>(
        `SELECT ((SELECT count(*) FROM notification WHERE "processedAt" IS NULL)
               + (SELECT count(*) FROM pgboss.job WHERE name = 'notification' AND state IN ('created', 'active', 'retry')))::int AS n`,
      )
      .catch(() => ({ rows: [{ n: 1 }] }))
    const pending = await pendingAtSns()
    quiet = rows[0]!.n + pending === 0 ? quiet + 1 : 0
    if (quiet >= 4) return true
  }
  return false
}

/** Deliveries that the local SNS still owes. */
async function pendingAtSns(): Promise<number> {
  const answer = await fetch(`${product.local.awsEndpoint}/_local/health`).catch(() => undefined)
  const health = (await answer?.json().catch(() => undefined)) as { sns?: { pending?: number } } | undefined
  return health?.sns?.pending ?? 0
}
