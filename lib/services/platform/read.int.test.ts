import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { readLostMail } from './lost-mail'
import { readPlatformHealth } from './read-health'

let db: TestDatabase
const ctx = { actor: { kind: 'user', id: 'op' } } as const

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())

it('health: what was never measured is null, and not zero or now', async () => {
  const health = await readPlatformHealth({ ctx })
  expect(health).toMatchObject({ workerSeen: null, lastSweep: null, lastNotification: null, topics: [] })
  expect(health.queues.map((q) => q.name)).toContain('notification')
  expect(health.queues.every((q) => q.waiting + q.running + q.failed === 0 && q.oldest === null)).toBe(true)
})

it('health: counts each queue by state, knows the oldest that is due, and when the worker was last seen', async () => {
  const job = (queue: string, state: string, startAfter: string, more = '{}') =>
    db.owner.query(
      `INSERT INTO pgboss.job (name, policy, state, start_after, created_on, started_on, completed_on)
       SELECT name, policy, $2::pgboss.job_state, now() + $3::interval, now() + $3::interval, ($4::jsonb ->> 'started')::timestamptz, ($4::jsonb ->> 'completed')::timestamptz
       FROM pgboss.queue WHERE name = $1`,
      [queue, state, startAfter, more],
    )
  await job('send', 'created', '-10 minutes')
  await job('send', 'retry', '-5 minutes')
  await job('send', 'created', '1 hour')
  await job('send', 'active', '-1 minute')
  await job('send', 'failed', '-1 minute')
  await job('send', 'completed', '-1 minute')
  await job('sweep', 'completed', '-3 minutes', '{"started": "2026-01-01T00:00:00Z", "completed": "2026-01-01T00:00:05Z"}')
  const { queues, lastSweep, workerSeen } = await readPlatformHealth({ ctx })
  const send = queues.find((q) => q.name === 'send')!
  expect(send).toMatchObject({ waiting: 3, running: 1, failed: 1 })
  expect(Math.round((Date.now() - send.oldest!.getTime()) / 60_000)).toBe(10)
  expect([lastSweep, workerSeen]).toEqual([new Date('2026-01-01T00:00:05Z'), new Date('2026-01-01T00:00:05Z')])
})

it('health: topics with their confirmation, and whether next month has its partition', async () => {
  await db.owner.query(`INSERT INTO topic (arn, purpose, "confirmedAt") VALUES ('arn:b', 'inbound', '2026-01-02'), ('arn:a', 'events', NULL)`)
  const { topics, nextMonth } = await readPlatformHealth({ ctx })
  expect(topics).toEqual([{ purpose: 'events', confirmedAt: null }, { purpose: 'inbound', confirmedAt: new Date('2026-01-02T00:00:00Z') }])
  const { rows } = await db.owner.query<{ month: string }>(`SELECT to_char(now() AT TIME ZONE 'UTC' + interval '1 month', 'YYYYMM') AS month`)
  expect(nextMonth).toEqual({ month: rows[0]!.month, there: true })
  await db.owner.query(`ALTER TABLE delivery_${nextMonth.month} RENAME TO delivery_gone`)
  expect((await readPlatformHealth({ ctx })).nextMonth.there).toBe(false)
})

it('lost mail: the newest 50 that no tenant takes, and stored objects that are still unresolved', async () => {
  expect(await readLostMail({ ctx })).toEqual({ unrouted: [], orphans: [] })
  await db.owner.query(`INSERT INTO unrouted ("sesMessageId", recipient, reason, "rawBucket", "rawKey", "receivedAt")
    SELECT 'm' || n, 'a@nobody.example', 'No tenant has it.', 'b', 'k', timestamptz '2026-01-01' + make_interval(secs => n) FROM generate_series(1, 60) n`)
  await db.owner.query(`INSERT INTO orphan_object (key, bucket, size, "storedAt", "resolvedAt") VALUES
    ('inbox/old', 'b', 1, '2026-01-01', NULL), ('inbox/new', 'b', 2, '2026-01-02', NULL), ('inbox/found', 'b', 3, '2026-01-03', now())`)
  const { unrouted, orphans } = await readLostMail({ ctx })
  expect(unrouted).toHaveLength(50)
  expect(unrouted.map((u) => u.sesMessageId).slice(0, 2)).toEqual(['m60', 'm59'])
  expect(unrouted[0]).toEqual({ sesMessageId: 'm60', recipient: 'a@nobody.example', reason: 'No tenant has it.', receivedAt: new Date('2026-01-01T00:01:00Z') })
  expect(orphans.map((o) => [o.key, o.size])).toEqual([['inbox/new', 2], ['inbox/old', 1]])
})
