import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { queues } from '@/lib/queue/queues'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { discardDeadLetter } from './discard'
import { getDeadLetter } from './get'
import { listDeadLetters } from './list'
import { mostRetried, retryAllDeadLetters } from './retry-all'
import { retryDeadLetter } from './retry'

let db: TestDatabase
const ctx = { actor: { kind: 'user', id: 'op' }, ip: '192.0.2.7' } as const
const nobody = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM pgboss.job; TRUNCATE operator_audit'))

/** A dead job as pg-boss leaves it; `n` of them, a second apart. */
const died = async (queue: string, data: object, output: object = { message: 'It is broken.' }, n = 1) =>
  (
    await db.owner.query<{ id: string }>(
      `INSERT INTO pgboss.job (name, data, policy, source_name, source_id, source_created_on, source_retry_count, source_output, created_on)
       SELECT q.name, $2::jsonb || CASE WHEN $4 = 1 THEN '{}' ELSE jsonb_build_object('n', g::text) END, q.policy, $1, gen_random_uuid(), now() - interval '1 hour', 8, $3,
              now() - make_interval(secs => $4 - g)
       FROM pgboss.queue q, generate_series(1, $4::int) g WHERE q.name = 'dead-letter' ORDER BY g RETURNING id`,
      [queue, JSON.stringify(data), JSON.stringify(output), n],
    )
  ).rows.map((r) => r.id)
const jobs = async (queue: string) => (await db.owner.query(`SELECT data, retry_limit, heartbeat_seconds, state FROM pgboss.job WHERE name = $1 ORDER BY created_on`, [queue])).rows
const audit = async () => (await db.owner.query('SELECT verb, "actorId", ip, "targetId", before, after FROM operator_audit ORDER BY at')).rows

it('lists the newest first, page by page, and none twice', async () => {
  const ids = await died('send', { id: 'x' }, {}, 5)
  const seen: string[] = []
  let cursor: string | undefined
  for (let pages = 1; ; pages++) {
    const page = await listDeadLetters({ ctx, input: { limit: 2, cursor } })
    seen.push(...page.data.map((d) => d.id))
    if (!page.nextCursor) {
      expect(pages).toBe(3)
      break
    }
    cursor = page.nextCursor
  }
  expect(seen).toEqual([...ids].reverse())
  await expect(listDeadLetters({ ctx, input: { cursor: 'x' } })).rejects.toMatchObject({ code: 'invalid' })
})

it('tells of one: its tries, the last first, and when the same work was sent back before', async () => {
  const earlier = [{ at: '2026-11-24T10:00:00.000Z', message: 'First.' }]
  const [id = ''] = await died('replay', { tenantId: 't', deliveryId: 'd' }, { message: 'Last.', at: '2026-11-24T10:05:00.000Z', earlier })
  expect(await getDeadLetter({ ctx, input: { id } })).toMatchObject({
    ...{ id, queue: 'replay', data: { tenantId: 't', deliveryId: 'd' }, reason: 'Last.', retries: 8, madeAt: expect.any(Date), sentBack: [] },
    attempts: [{ at: '2026-11-24T10:05:00.000Z', message: 'Last.' }, ...earlier],
  })
  await retryDeadLetter({ ctx, input: { id } })
  const [second = ''] = await died('replay', { deliveryId: 'd', tenantId: 't' }, { value: { message: 'job heartbeat timeout' } })
  await retryAllDeadLetters({ ctx })
  expect((await getDeadLetter({ ctx, input: { id: second } }).catch((e: { code: string }) => e.code))).toBe('not_found')
  const [third = ''] = await died('replay', { tenantId: 't', deliveryId: 'd' })
  await died('replay', { tenantId: 't', deliveryId: 'other' })
  expect((await getDeadLetter({ ctx, input: { id: third } })).sentBack.map((s) => s.reason)).toEqual(['job heartbeat timeout', 'Last.'])
})

it('sends one back as a job like any other of its queue, once; the audit keeps what it was', async () => {
  const [id = ''] = await died('replay', { tenantId: 't' })
  expect(await retryDeadLetter({ ctx, input: { id } })).toEqual({ queue: 'replay' })
  const { retryLimit, heartbeatSeconds } = queues.replay
  expect(await jobs('replay')).toEqual([{ data: { tenantId: 't' }, retry_limit: retryLimit, heartbeat_seconds: heartbeatSeconds, state: 'created' }])
  await expect(retryDeadLetter({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' })
  expect(await audit()).toEqual([
    { verb: 'deadLetter.retry', actorId: 'op', ip: '192.0.2.7', targetId: id, before: { queue: 'replay', data: { tenantId: 't' }, reason: 'It is broken.' }, after: null },
  ])
})

it('sends all back, the oldest first and no more than its limit; without any, the audit says nothing', async () => {
  await died('send', {}, { message: 'x' }, mostRetried + 2)
  expect(await retryAllDeadLetters({ ctx })).toEqual({ retried: mostRetried })
  const [row] = await audit()
  expect(row).toMatchObject({ verb: 'deadLetter.retryAll', targetId: null, after: { count: mostRetried } })
  expect(row.before[0]).toMatchObject({ queue: 'send', data: { n: '1' }, reason: 'x' })
  expect((await listDeadLetters({ ctx, input: {} })).data.map((d) => d.data['n'])).toEqual([String(mostRetried + 2), String(mostRetried + 1)])
  expect(await retryAllDeadLetters({ ctx })).toEqual({ retried: 2 })
  expect(await jobs('send')).toHaveLength(mostRetried + 2)
  await db.owner.query('TRUNCATE operator_audit')
  expect(await retryAllDeadLetters({ ctx })).toEqual({ retried: 0 })
  expect(await audit()).toEqual([])
})

it('discards one for good', async () => {
  const [id = ''] = await died('sweep', {})
  await discardDeadLetter({ ctx, input: { id } })
  for (const again of [discardDeadLetter, retryDeadLetter, getDeadLetter]) await expect(again({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' })
  expect(await audit()).toMatchObject([{ verb: 'deadLetter.discard', before: { queue: 'sweep' } }])
})

it('touches no job that waits or runs in another queue', async () => {
  const { rows } = await db.owner.query<{ id: string }>(`INSERT INTO pgboss.job (name, policy) SELECT name, policy FROM pgboss.queue WHERE name = 'sweep' RETURNING id`)
  for (const id of [rows[0]!.id, nobody])
    for (const verb of [getDeadLetter, retryDeadLetter, discardDeadLetter]) await expect(verb({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' })
  expect(await jobs('sweep')).toHaveLength(1)
})
