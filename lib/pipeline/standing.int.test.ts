import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resumeTenant } from '@/lib/services/tenant/resume'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { actOnNotification } from './notification'
import { runReplay } from './run-replay'
import { runResume } from './resume'

let room: Mailroom
let shop: string
const ctx = { actor: { kind: 'user', id: '99999999-9999-4999-8999-999999999999' } } as const
const reason = 'Complaints are above the line'

beforeAll(async () => {
  room = await openMailroom()
  shop = await room.tenant('shop', 'shop.example')
  await room.publish(shop, 1, [{ name: 'drop spam', enabled: true, when: { field: 'subject', op: 'contains', values: ['drop me'] }, actions: [{ type: 'drop' }, { type: 'stop' }] }])
})
afterAll(() => room.close())

const asWeb = async <R>(work: () => Promise<R>): Promise<R> => {
  room.db.become('web')
  return work().finally(() => room.db.become('worker'))
}
const suspend = () => asWeb(() => suspendTenant({ ctx, input: { id: shop, reason } }))
const resume = () => asWeb(() => resumeTenant({ ctx, input: { id: shop } }))
let n = 0
const arrive = async (subject: string) => {
  n += 1
  return room.arrive({ sesMessageId: `m${n}`, recipients: ['post@shop.example'], raw: plainMail(subject), timestamp: new Date(Date.now() - 100_000 + n * 1000) })
}
const take = async (subject: string) => actOnNotification(await arrive(subject))
const log = async () => (await room.db.owner.query(`SELECT subject, disposition, "reasonCode"->>'key' AS why, "ruleVersion" FROM delivery ORDER BY id`)).rows
const traces = async (subject: string) =>
  (await room.db.owner.query(`SELECT t.run, t.steps->0->>'kind' AS first, jsonb_array_length(t.steps) AS n FROM trace t JOIN delivery d ON d.id = t."deliveryId" WHERE d.subject = $1 ORDER BY t.run`, [subject])).rows
const counts = async () => Object.fromEntries((await room.db.owner.query(`SELECT disposition, n FROM day_count WHERE n <> 0 ORDER BY 1`)).rows.map((r) => [r.disposition, r.n]))

const told = async () => (await room.db.owner.query(`SELECT body::json->'data'->>'disposition' AS d FROM webhook_event WHERE type = 'message.received' ORDER BY id`)).rows.map((r) => r.d)

it('holds the mail of a suspended tenant unread, and on resuming processes each once and in order, wherever it dies', async () => {
  await room.db.owner.query(`INSERT INTO webhook_endpoint ("tenantId", url, "eventTypes", secret) VALUES ($1, 'https://hooks.example/', '{message.received}', 'x')`, [shop])
  await take('before')
  await suspend()
  for (const subject of ['one', 'drop me', 'three', 'four']) await take(subject)
  expect((await log()).slice(1)).toEqual(['one', 'drop me', 'three', 'four'].map((subject) => ({ subject, disposition: 'held', why: 'stoppedByOperator', ruleVersion: null })))
  expect(await traces('drop me')).toEqual([{ run: 1, first: 'tenant', n: 1 }])
  expect(await counts()).toEqual({ kept: 1, held: 4 })
  expect(await told()).toEqual(['kept'])

  // Not while it is suspended, by nobody.
  expect(await runResume({ tenantId: shop })).toBe(0)
  await resume()
  const jobs = await room.db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'resume'`)
  expect(jobs.rows).toEqual([{ data: { tenantId: shop } }])

  const seen: string[] = []
  const die = (after: number) => runResume({ tenantId: shop }, (id) => { seen.push(id); if (seen.length === after) throw new Error('killed') })
  await expect(die(2)).rejects.toThrow('killed')
  expect((await log()).map((d) => d.disposition)).toEqual(['kept', 'kept', 'dropped', 'held', 'held'])
  // Two at once after the death, as a job that was thought lost and its second try.
  const again = await Promise.all([runResume({ tenantId: shop }), runResume({ tenantId: shop })])
  expect(again[0]! + again[1]!).toBe(2)
  expect(await runResume({ tenantId: shop })).toBe(0)
  expect((await log()).map((d) => [d.disposition, d.ruleVersion])).toEqual([['kept', 1], ['kept', 1], ['dropped', 1], ['kept', 1], ['kept', 1]])
  for (const subject of ['one', 'drop me', 'three', 'four']) expect((await traces(subject)).map((t) => [t.run, t.first])).toEqual([[1, 'tenant'], [2, 'tenant']])
  expect(await traces('before')).toHaveLength(1)
  expect(await counts()).toEqual({ dropped: 1, kept: 4 })
  expect((await told()).sort()).toEqual(['dropped', 'kept', 'kept', 'kept', 'kept'])
  const audit = await room.db.owner.query(`SELECT verb, "actorKind", "actorId" FROM audit WHERE "tenantId" = $1 AND verb IN ('tenant.suspend', 'tenant.resume') ORDER BY at`, [shop])
  expect(audit.rows).toEqual(['tenant.suspend', 'tenant.resume'].map((verb) => ({ verb, actorKind: 'operator', actorId: ctx.actor.id })))
  expect((await room.db.owner.query('SELECT verb FROM operator_audit ORDER BY at')).rows.map((r) => r.verb)).toEqual(['tenant.suspend', 'tenant.resume'])
})

/** Holds the tenant's standing in a connection of its own, as a store (shared) or a change does, while `work` runs. */
async function holding(mode: 'shared' | 'exclusive', work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: room.db.urls.owner })
  await client.connect()
  try {
    await client.query('BEGIN')
    const take = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
    await client.query(`SELECT ${take}(hashtextextended('postroom standing ' || $1::text, 0))`, [shop])
    await work(client)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
const waiting = () => expect.poll(async () => (await room.db.owner.query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rows[0].n).toBe(1)

it('lets no mail slip between a resume and its job: each waits for the other', async () => {
  await suspend()
  let resumed: Promise<void> | undefined
  await holding('shared', async (client) => {
    resumed = resume()
    await waiting()
    expect((await client.query('SELECT "suspendedAt" IS NULL AS free FROM tenant WHERE id = $1', [shop])).rows[0].free).toBe(false)
  })
  await resumed
  // A suspension that commits while a mail waits to be stored holds that mail.
  const notification = await arrive('racing')
  let stored: Promise<string> | undefined
  await holding('exclusive', async (client) => {
    stored = actOnNotification(notification)
    await waiting()
    await client.query(`UPDATE tenant SET "suspendedAt" = now(), "suspendReason" = 'x' WHERE id = $1`, [shop])
  })
  await stored
  expect((await log()).at(-1)).toMatchObject({ subject: 'racing', disposition: 'held' })
  await resume()
  expect(await runResume({ tenantId: shop })).toBe(1)
})

it('stops again in the midst of it, and leaves the rest held', async () => {
  await suspend()
  for (const subject of ['a', 'b', 'c']) await take(subject)
  await resume()
  let seen = 0
  const stopped = runResume({ tenantId: shop }, () => { seen += 1; if (seen === 1) throw new Error('killed') })
  await expect(stopped).rejects.toThrow('killed')
  await suspend()
  expect(await runResume({ tenantId: shop })).toBe(0)
  expect((await log()).slice(-3).map((d) => d.disposition)).toEqual(['kept', 'held', 'held'])
})

it('holds back a replay until the tenant is in use, and processes nothing by that way', async () => {
  const { rows } = await room.db.owner.query<{ id: string }>(`SELECT id FROM delivery WHERE subject = 'b'`)
  await runReplay({ tenantId: shop, deliveryId: rows[0]!.id, run: 2, actorKind: 'job', actorId: 'test' })
  expect(await traces('b')).toHaveLength(1)
  const waiting = await room.db.owner.query(`SELECT data->>'deliveryId' AS id, start_after > now() + interval '9 minutes' AS later FROM pgboss.job WHERE name = 'replay'`)
  expect(waiting.rows).toEqual([{ id: rows[0]!.id, later: true }])
})

it('routes mail anew where the tenant is being erased', async () => {
  const notification = await arrive('too late')
  await room.db.owner.query(`UPDATE tenant SET "deletionAskedAt" = now(), "deletionDueAt" = now(), "deletionAskedBy" = 'owner', "erasingAt" = now() WHERE id = $1`, [shop])
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'transient' })
  expect((await log()).filter((d) => d.subject === 'too late')).toEqual([])
  await expect(suspend()).rejects.toMatchObject({ code: 'not_found' })
})

it('is not there for an unknown tenant, nor twice, nor without a reason', async () => {
  const other = await room.tenant('other', 'other.example')
  await asWeb(async () => {
    await expect(suspendTenant({ ctx, input: { id: '00000000-0000-4000-8000-000000000000', reason } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(suspendTenant({ ctx, input: { id: other, reason: 'short' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(resumeTenant({ ctx, input: { id: other } })).rejects.toMatchObject({ code: 'conflict' })
    await suspendTenant({ ctx, input: { id: other, reason } })
    await expect(suspendTenant({ ctx, input: { id: other, reason } })).rejects.toMatchObject({ code: 'conflict' })
  })
})
