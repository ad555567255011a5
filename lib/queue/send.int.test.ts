import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inPlatform } from '@/lib/db/tenant'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { queues, type QueueName } from './queues'
import { sendJob } from './send'

let db: TestDatabase
let boss: PgBoss

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  boss = new PgBoss({ connectionString: db.urls.worker, migrate: false, createSchema: false, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await db.drop()
})

const jobs = async (name: string) => (await db.owner.query('SELECT * FROM pgboss.job WHERE name = $1 ORDER BY created_on', [name])).rows
/** A job without what differs from one to the next; times as seconds after its making, rounded. */
function shape(job: Record<string, unknown>): Record<string, unknown> {
  const { id: _id, created_on, keep_until, start_after, ...rest } = job
  const seconds = (at: unknown) => Math.round((Number(at) - Number(created_on)) / 1000)
  return { ...rest, keep: seconds(keep_until), start: seconds(start_after) }
}

it.each(Object.keys(queues) as QueueName[])('makes a job of %s as pg-boss itself does', async (queue) => {
  await boss.send(queue, { id: '1' })
  await inPlatform((tx) => sendJob(tx, queue, { id: '1' }))
  const [theirs, ours] = await jobs(queue)
  expect(shape(ours)).toEqual(shape(theirs))
})

it('delays, and folds a second job with the same key while the first waits', async () => {
  const send = () => inPlatform((tx) => sendJob(tx, 'sync-plan', { reason: 'x' }, { singletonKey: 'k', after: 5 }))
  const before = (await jobs('sync-plan')).length
  await send()
  await send()
  const made = (await jobs('sync-plan')).slice(before)
  expect(made.map(shape)).toMatchObject([{ singleton_key: 'k', start: 5 }])
})

it('makes no job where the transaction fails', async () => {
  const before = (await jobs('replay')).length
  const failing = inPlatform(async (tx) => {
    await sendJob(tx, 'replay', { deliveryId: 'x' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await jobs('replay')).toHaveLength(before)
})

it('wakes the workers with the commit', async () => {
  const listener = new pg.Client({ connectionString: db.urls.worker })
  await listener.connect()
  const heard: string[] = []
  listener.on('notification', (n) => heard.push(n.payload ?? ''))
  // pg-boss's own job names the channel.
  await listener.query(`LISTEN pgboss_${(await db.owner.query(`SELECT left(encode(sha224('pgboss'::bytea), 'hex'), 24) AS c`)).rows[0].c}`)
  await boss.send('replay', { a: '1' })
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['replay'])
  await inPlatform((tx) => sendJob(tx, 'notification', { id: '2' }))
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['replay', 'notification'])
  await listener.end()
})
