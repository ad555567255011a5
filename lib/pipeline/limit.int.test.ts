import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { resumeTenant } from '@/lib/services/tenant/resume'
import { readUsage } from '@/lib/services/limit/read'
import { setLimits } from '@/lib/services/limit/set'
import { openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { actOnNotification } from './notification'
import { replayDelivery } from './replay'
import { runReplay } from './run-replay'
import { runResume } from './resume'
import { countMessage } from './room'
import { runLimit, wakeWaiting } from './run-limit'

let room: Mailroom
let shop: string
let name: string
const operator = { actor: { kind: 'user', id: '99999999-9999-4999-8999-999999999999' } } as const
const drop = { name: 'drop some', enabled: true, when: { field: 'subject', op: 'contains', values: ['drop me'] }, actions: [{ type: 'drop' }, { type: 'stop' }] }

beforeAll(async () => {
  room = await openMailroom()
})
afterAll(() => room.close())

let tenants = 0
let n = 0
beforeEach(async () => {
  name = `shop${(tenants += 1)}`
  shop = await room.tenant(name, `${name}.example`)
  await room.publish(shop, 1, [drop])
  await room.db.owner.query('DELETE FROM pgboss.job')
})

const asWeb = async <R>(work: () => Promise<R>): Promise<R> => {
  room.db.become('web')
  return work().finally(() => room.db.become('worker'))
}
const set = (limits: object) => asWeb(() => setLimits({ ctx: operator, input: { tenantId: shop, limits } }))
const usage = () => asWeb(() => readUsage({ ctx: { actor: operator.actor, tenantId: shop, role: 'viewer' } }))
const arrive = (subject: string, given: { sesMessageId?: string; recipients?: string[]; timestamp?: Date; raw?: string } = {}) => {
  n += 1
  return room.arrive({ sesMessageId: `l${n}`, recipients: [`post@${name}.example`], raw: plainMail(subject), timestamp: new Date(Date.now() - 1_000_000 + n * 1000), ...given })
}
const take = async (subject: string, given?: Parameters<typeof arrive>[1]) => actOnNotification(await arrive(subject, given))
const log = async () => (await room.db.owner.query(`SELECT subject, disposition, "reasonCode"->>'key' AS why FROM delivery WHERE "tenantId" = $1 ORDER BY id`, [shop])).rows
const ends = async () => (await log()).map((d) => d.disposition)
const row = async () =>
  (await room.db.owner.query(`SELECT messages, "storageBytes"::int AS bytes, "heldMessages" AS held, "heldBytes"::int AS "heldBytes", "waitsFor" FROM tenant_usage WHERE "tenantId" = $1`, [shop])).rows[0]
const holds = async () => (await room.db.owner.query(`SELECT 1 FROM limit_hold WHERE "tenantId" = $1`, [shop])).rowCount
const counts = async () => Object.fromEntries((await room.db.owner.query(`SELECT disposition, sum(n)::int AS n FROM day_count WHERE "tenantId" = $1 AND n <> 0 GROUP BY 1`, [shop])).rows.map((r) => [r.disposition, r.n]))
const jobs = async () => (await room.db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'limit'`)).rows
const tomorrow = () => new Date(Date.now() + 86_400_000)

describe('messages a day', () => {
  it('above the limit are held, each with its reason, and processed in order and once the next day, wherever the job dies', async () => {
    await set({ messagesPerDay: 2 })
    await room.db.owner.query('DELETE FROM pgboss.job')
    for (const subject of ['one', 'two', 'drop me', 'four', 'five']) await take(subject)
    expect(await log()).toEqual([
      ...['one', 'two'].map((subject) => ({ subject, disposition: 'kept', why: 'default' })),
      ...['drop me', 'four', 'five'].map((subject) => ({ subject, disposition: 'held', why: 'overMessages' })),
    ])
    expect(await row()).toMatchObject({ messages: 2, held: 3, waitsFor: 'messagesPerDay' })
    expect(await counts()).toEqual({ kept: 2, held: 3 })
    expect(await jobs()).toEqual([{ data: { tenantId: shop } }])
    expect(await usage()).toMatchObject({ held: { messages: 3, waitsFor: 'messagesPerDay' }, limits: expect.arrayContaining([{ name: 'messagesPerDay', used: 2, limit: 2, state: 'reached' }]) })
    expect(await runLimit(shop)).toBe(0)

    const order: string[] = []
    const die = (after: number) => runLimit(shop, tomorrow(), (id) => {
      order.push(id)
      if (order.length === after) throw new Error('killed')
    })
    await expect(die(1)).rejects.toThrow('killed')
    expect(await ends()).toEqual(['kept', 'kept', 'dropped', 'held', 'held'])
    await set({ messagesPerDay: 10 })
    // A job that was thought lost, and its second try.
    const both = await Promise.all([runLimit(shop, tomorrow()), runLimit(shop, tomorrow())])
    expect(both[0] + both[1]).toBe(2)
    expect(await ends()).toEqual(['kept', 'kept', 'dropped', 'kept', 'kept'])
    expect(await row()).toMatchObject({ messages: 3, held: 0, heldBytes: 0, waitsFor: null })
    expect([await holds(), await counts()]).toEqual([0, { kept: 4, dropped: 1 }])
    const { rows } = await room.db.owner.query(`SELECT t.run, t.steps->0->>'kind' AS first FROM trace t JOIN delivery d ON d.id = t."deliveryId" WHERE d."tenantId" = $1 AND d.subject = 'four' ORDER BY 1`, [shop])
    expect(rows).toEqual([{ run: 1, first: 'limit' }, { run: 2, first: 'limit' }])
    const audit = await room.db.owner.query(`SELECT sum((after->>'processed')::int)::int AS n FROM audit WHERE "tenantId" = $1 AND verb = 'tenant.heldProcessed'`, [shop])
    expect(audit.rows).toEqual([{ n: 2 }])
  })

  it('are processed when the limit is raised, as far as it goes; what comes meanwhile waits behind', async () => {
    await set({ messagesPerDay: 1 })
    for (const subject of ['1', '2', '3', '4']) await take(subject)
    await set({ messagesPerDay: 3 })
    await take('5')
    expect(await ends()).toEqual(['kept', 'held', 'held', 'held', 'held'])
    expect(await runLimit(shop)).toBe(2)
    expect(await ends()).toEqual(['kept', 'kept', 'kept', 'held', 'held'])
    await set({ messagesPerDay: null })
    expect(await runLimit(shop)).toBe(2)
    expect([await ends(), await holds()]).toEqual([Array(5).fill('kept'), 0])
    await take('6')
    expect((await log()).at(-1)).toMatchObject({ subject: '6', disposition: 'kept' })
  })

  it('take exactly the places that there are, however many come at once', async () => {
    await set({ messagesPerDay: 3 })
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => arrive(`at once ${i}`)))
    await Promise.all(ids.map((id) => actOnNotification(id)))
    expect((await ends()).sort()).toEqual([...Array(9).fill('held'), ...Array(3).fill('kept')])
    expect([await row(), await holds()]).toMatchObject([{ messages: 3, held: 9 }, 9])
  })

  it('are counted by mail: not again for further recipients, a second envelope or a repeated job', async () => {
    await set({ messagesPerDay: 1 })
    const mail = { recipients: [`a@${name}.example`, `b@${name}.example`] }
    const first = await arrive('many', mail)
    await actOnNotification(first)
    await room.db.owner.query('UPDATE notification SET "processedAt" = NULL WHERE id = $1', [first])
    await actOnNotification(first)
    const timestamp = new Date(Date.now() - 5000)
    await take('split', { sesMessageId: `split${n}`, recipients: [`c@${name}.example`], timestamp })
    await take('split', { sesMessageId: `split${n - 1}`, recipients: [`d@${name}.example`], timestamp })
    expect(await log()).toEqual([...Array(2).fill({ subject: 'many', disposition: 'kept', why: 'default' }), ...Array(2).fill({ subject: 'split', disposition: 'held', why: 'overMessages' })])
    expect(await row()).toMatchObject({ messages: 1, held: 1 })
    await set({ messagesPerDay: 2 })
    expect(await runLimit(shop)).toBe(1)
    expect([await ends(), await row()]).toMatchObject([Array(4).fill('kept'), { messages: 2, held: 0 }])
    // A third envelope, its mail being processed, waits for nothing.
    await take('split', { sesMessageId: `split${n - 2}`, recipients: [`e@${name}.example`], timestamp })
    expect([(await log()).length, (await ends()).includes('held')]).toEqual([5, false])
  })

  it('waits with a second envelope that is being stored while the message is let go', async () => {
    await set({ messagesPerDay: 0 })
    const timestamp = new Date(Date.now() - 5000)
    await take('split', { sesMessageId: 'racing', recipients: [`c@${name}.example`], timestamp })
    await set({ messagesPerDay: 5 })
    // Another connection holds the message's place as the second envelope does.
    const client = new pg.Client({ connectionString: room.db.urls.owner })
    await client.connect()
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM limit_hold WHERE "tenantId" = $1 FOR SHARE', [shop])
    let done = false
    const released = runLimit(shop).finally(() => (done = true))
    await expect.poll(async () => (await room.db.owner.query(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`)).rows[0].n).toBe(1)
    expect(done).toBe(false)
    await take('split', { sesMessageId: 'racing', recipients: [`d@${name}.example`], timestamp })
    await client.query('COMMIT')
    await client.end()
    await released
    expect([await ends(), await holds()]).toEqual([['kept', 'kept'], 0])
  })
})

describe('storage', () => {
  it('counts each mail once, holds what does not fit and all behind it, and lets them go when there is room', async () => {
    await take('first')
    const { bytes } = await row()
    await set({ storageBytes: bytes * 3 })
    await take('large', { raw: plainMail('large', 'x'.repeat(bytes * 4)) })
    await take('small')
    expect(await log()).toEqual([
      { subject: 'first', disposition: 'kept', why: 'default' },
      { subject: 'large', disposition: 'held', why: 'overStorage' },
      { subject: 'small', disposition: 'held', why: 'overStorage' },
    ])
    const after = await row()
    const { rows } = await room.db.owner.query<{ n: number }>('SELECT sum(size)::int AS n FROM message WHERE "tenantId" = $1', [shop])
    expect([after.bytes, after.heldBytes, after.waitsFor]).toEqual([rows[0]!.n, rows[0]!.n - bytes, 'storageBytes'])
    expect((await usage()).limits.find((l) => l.name === 'storageBytes')).toMatchObject({ state: 'reached' })
    expect(await runLimit(shop, tomorrow())).toBe(0)
    await set({ storageBytes: after.bytes - 1 })
    expect(await runLimit(shop)).toBe(1)
    expect(await ends()).toEqual(['kept', 'kept', 'held'])
    await set({ storageBytes: after.bytes, messagesPerDay: 2 })
    expect(await runLimit(shop)).toBe(0)
    // What it waits for is said as it is now.
    expect((await row()).waitsFor).toBe('messagesPerDay')
    expect(await runLimit(shop, tomorrow())).toBe(1)
    expect(await row()).toMatchObject({ bytes: after.bytes, heldBytes: 0, waitsFor: null })
  })
})

describe('what waits', () => {
  it('is told at eighty in a hundred and at the limit, and looked for by the clock', async () => {
    await set({ messagesPerDay: 5 })
    const woken: number[] = []
    for (const subject of ['1', '2', '3', '4', '5', '6']) {
      await room.db.owner.query('DELETE FROM pgboss.job')
      await take(subject)
      woken.push((await jobs()).length)
    }
    expect(woken).toEqual([0, 0, 0, 1, 1, 1])
    await room.db.owner.query('DELETE FROM pgboss.job')
    await wakeWaiting()
    await wakeWaiting()
    expect((await jobs()).filter((j) => j.data.tenantId === shop)).toHaveLength(1)
  })

  it('gets no place by a replay, neither asked for nor run', async () => {
    await set({ messagesPerDay: 0 })
    await take('x')
    const { rows } = await room.db.owner.query<{ id: string }>('SELECT id FROM delivery WHERE "tenantId" = $1', [shop])
    const id = rows[0]!.id
    await expect(asWeb(() => replayDelivery({ ctx: { actor: operator.actor, tenantId: shop, role: 'member' }, input: { id } }))).rejects.toMatchObject({ code: 'conflict' })
    await runReplay({ tenantId: shop, deliveryId: id, run: 2, actorKind: 'job', actorId: 'test' })
    expect(await ends()).toEqual(['held'])
  })

  it('stays while the tenant is stopped; mail of a stopped tenant waits for that alone', async () => {
    await set({ messagesPerDay: 1 })
    for (const subject of ['1', '2']) await take(subject)
    await asWeb(() => suspendTenant({ ctx: operator, input: { id: shop, reason: 'Complaints are above the line' } }))
    await take('3')
    expect((await log()).map((d) => d.why)).toEqual(['default', 'overMessages', 'stoppedByOperator'])
    await set({ messagesPerDay: 10 })
    expect(await runLimit(shop)).toBe(0)
    await asWeb(() => resumeTenant({ ctx: operator, input: { id: shop } }))
    expect([await runResume({ tenantId: shop }), await runLimit(shop)]).toEqual([1, 1])
    expect([await ends(), await row()]).toMatchObject([['kept', 'kept', 'kept'], { messages: 3, held: 0 }])
  })

  it('is another tenant’s business no more than its count', async () => {
    await set({ messagesPerDay: 0 })
    const other = await room.tenant(`${name}-other`, `${name}-other.example`)
    await take('both', { recipients: [`a@${name}.example`, `b@${name}-other.example`] })
    const { rows } = await room.db.owner.query('SELECT "tenantId", disposition FROM delivery WHERE subject = $1 AND "tenantId" IN ($2, $3)', ['both', shop, other])
    expect(Object.fromEntries(rows.map((r) => [r.tenantId, r.disposition]))).toEqual({ [shop]: 'held', [other]: 'kept' })
  })

  it('does not hold up what stands behind a mail that cannot be read now', async () => {
    await set({ messagesPerDay: 0 })
    for (const subject of ['lost', 'next']) await take(subject)
    const { rows } = await room.db.owner.query<{ rawKey: string }>(`SELECT "rawKey" FROM message WHERE "tenantId" = $1 ORDER BY id LIMIT 1`, [shop])
    await room.db.owner.query(`UPDATE message SET "rawKey" = 'nowhere' WHERE "rawKey" = $1`, [rows[0]!.rawKey])
    await set({ messagesPerDay: 5 })
    expect(await runLimit(shop)).toBe(1)
    expect([await ends(), await row()]).toMatchObject([['held', 'kept'], { held: 1 }])
    await room.db.owner.query(`UPDATE message SET "rawKey" = $1 WHERE "rawKey" = 'nowhere'`, [rows[0]!.rawKey])
    expect(await runLimit(shop)).toBe(1)
    expect(await ends()).toEqual(['kept', 'kept'])
  })
})

it('counts by one statement along one index, as the worker’s role', async () => {
  const client = await room.db.worker.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [shop])
    const { rows } = await client.query<Record<string, object[]>>(`EXPLAIN (FORMAT JSON) ${countMessage}`, [shop, 1, '2026-01-01', 1, 1, false])
    const [{ Plan: plan }] = rows[0]!['QUERY PLAN'] as { Plan: Record<string, unknown> }[] as [{ Plan: Record<string, unknown> }]
    expect(plan).toMatchObject({ 'Node Type': 'ModifyTable', Operation: 'Insert', 'Relation Name': 'tenant_usage', 'Conflict Arbiter Indexes': ['tenant_usage_pkey'] })
    expect(JSON.stringify(plan)).not.toContain('Seq Scan')
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})
