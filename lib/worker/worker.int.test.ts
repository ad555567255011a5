import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorkerBoss } from '@/lib/queue/boss'
import { discardDeadLetter } from '@/lib/services/dead-letter/discard'
import { listDeadLetters } from '@/lib/services/dead-letter/list'
import { retryDeadLetter } from '@/lib/services/dead-letter/retry'
import { bucket, openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { schedule, takeJobs } from './handlers'
import { refusePowerfulRole } from '@/lib/db/role'

let room: Mailroom
let boss: PgBoss
const ctx = { actor: { kind: 'user', id: 'operator' } } as const

beforeAll(async () => {
  room = await openMailroom()
  await room.tenant('shop', 'shop.example')
  boss = await startWorkerBoss(room.db.urls.worker)
  await takeJobs(boss)
  await schedule(boss)
})
afterAll(async () => {
  await boss.stop({ graceful: true, timeout: 5000 })
  await room.close()
})

const take = (id: string) => boss.send('notification', { id })
const asWeb = async <R>(work: () => Promise<R>): Promise<R> => {
  room.db.become('web')
  return work().finally(() => room.db.become('worker'))
}
const dead = () => listDeadLetters({ ctx, input: {} })

it('takes what the door stored to its end', async () => {
  await take(await room.arrive({ sesMessageId: 'w1', recipients: ['a@shop.example'], raw: plainMail('hello') }))
  await expect.poll(async () => (await room.db.owner.query(`SELECT disposition FROM delivery WHERE "sesMessageId" = 'w1'`)).rows, { timeout: 15_000 }).toEqual([{ disposition: 'kept' }])
})

it('hands what cannot succeed to the operator at once: retry brings it back, discard ends it', async () => {
  await take(await room.arrive({ sesMessageId: 'w2', recipients: ['a@shop.example'], place: { bucketName: 'foreign', objectKey: 'inbox/w2' } }))
  await expect.poll(async () => (await dead()).data, { timeout: 15_000 }).toMatchObject([{ queue: 'notification', reason: expect.stringMatching(/not ours/), retries: 0 }])
  const [first] = (await dead()).data
  const retries = await asWeb(() => Promise.allSettled([1, 2].map(() => retryDeadLetter({ ctx, input: { id: first!.id } }))))
  expect(retries.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(retries.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'not_found' } })

  await expect.poll(async () => (await dead()).data.map((d) => d.id === first!.id), { timeout: 15_000 }).toEqual([false])
  const [second] = (await dead()).data
  await asWeb(() => discardDeadLetter({ ctx, input: { id: second!.id } }))
  expect((await dead()).data).toEqual([])
  await expect(asWeb(() => discardDeadLetter({ ctx, input: { id: second!.id } }))).rejects.toMatchObject({ code: 'not_found' })
  const audit = await room.db.owner.query('SELECT verb, before FROM operator_audit ORDER BY at')
  expect(audit.rows).toMatchObject([
    { verb: 'deadLetter.retry', before: { queue: 'notification' } },
    { verb: 'deadLetter.discard', before: { queue: 'notification' } },
  ])
})

it('harms no other mail of the batch with a poisoned one', async () => {
  const ids = []
  for (let i = 0; i < 12; i++) {
    const bad = i % 3 === 0
    ids.push(await room.arrive({ sesMessageId: `b${i}`, recipients: ['b@shop.example'], raw: plainMail(`batch ${i}`), ...(bad && { place: { bucketName: bucket, objectKey: 't/other' } }) }))
  }
  for (const id of ids) await take(id)
  await expect.poll(async () => (await room.db.owner.query(`SELECT count(*)::int AS n FROM delivery WHERE recipient = 'b@shop.example'`)).rows[0].n, { timeout: 20_000 }).toBe(8)
  await expect.poll(async () => (await dead()).data.length, { timeout: 15_000 }).toBe(4)
  const page = await listDeadLetters({ ctx, input: { limit: 3 } })
  const rest = await listDeadLetters({ ctx, input: { limit: 3, cursor: page.nextCursor! } })
  expect([page.data.length, rest.data.length, rest.nextCursor]).toEqual([3, 1, null])
})

it('keeps job data that no handler understands', async () => {
  await boss.send('replay', { nonsense: true })
  await expect.poll(async () => (await dead()).data.find((d) => d.queue === 'replay')?.reason, { timeout: 15_000 }).toMatch(/data is not right/)
})

it('refuses a role that could see past row-level security', async () => {
  await expect(refusePowerfulRole(room.db.owner, 'DATABASE_URL_WORKER')).rejects.toThrow(/DATABASE_URL_WORKER logs in as "postgres", which is a superuser/)
  await expect(refusePowerfulRole(room.db.worker.pool, 'DATABASE_URL_WORKER')).resolves.toBeUndefined()
})
