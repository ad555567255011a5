import { randomUUID } from 'node:crypto'
import net from 'node:net'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCertificate, type SigningCertificate } from '@/lib/core/sns/certificate'
import { bodyOf, createSigner, signedEnvelope, topicArn, type Signer } from '@/lib/core/sns/signed.fixture'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import type { Committed } from './batches'
import { createReceiver, type Receiver } from './receiver'
import { createTopics } from './topics'

let db: TestDatabase
let signer: Signer
let certificate: SigningCertificate
let commits: Committed[]
let receiver: Receiver

beforeAll(async () => {
  db = await createTestDatabase()
  signer = await createSigner(Date.now())
  certificate = readCertificate(signer.pem) as SigningCertificate
})
afterAll(() => db.drop())
beforeEach(async () => {
  await db.owner.query('TRUNCATE notification, topic')
  await db.owner.query('DELETE FROM pgboss.job')
  await register(topicArn)
  commits = []
  receiver = receiverOn(db.web.pool)
})

const register = (arn: string) => db.owner.query(`INSERT INTO topic (arn, purpose) VALUES ($1, 'inbound')`, [arn])
const receiverOn = (pool: pg.Pool, more = {}) =>
  createReceiver({ pool, certificates: () => Promise.resolve(certificate), onCommit: (c) => commits.push(c), ...more })
const envelope = (MessageId: string = randomUUID(), changes = {}) => bodyOf(signedEnvelope(signer, Date.now(), { MessageId, ...changes }))
const stored = async () => (await db.owner.query<Record<string, string>>('SELECT id, topic, body FROM notification ORDER BY id')).rows
const jobs = async () => {
  const { rows } = await db.owner.query<{ id: string }>(`SELECT data->>'id' AS id FROM pgboss.job WHERE name = 'notification' ORDER BY 1`)
  return rows.map((r) => r.id)
}

describe('taking in', () => {
  it('stores the text as received and a job, and answers 200', async () => {
    const body = envelope('one', { Message: 'Grüße 請求 \u0000 \ud800' })
    expect(await receiver.receive(body)).toEqual({ status: 200, body: '{"outcome":"accepted"}' })
    expect(await stored()).toEqual([{ id: 'one', topic: topicArn, body: body.toString() }])
    expect(await jobs()).toEqual(['one'])
  })

  it('duplicates in and across batches are one notification, one job, and 200 for each', async () => {
    const ids = Array.from({ length: 40 }, () => randomUUID())
    const bodies = ids.map((id) => envelope(id))
    const all = [...bodies, ...bodies, ...bodies.slice(0, 20), ...bodies]
    const answers = await Promise.all(all.map((b) => receiver.receive(b)))
    expect(answers.every((a) => a.status === 200)).toBe(true)
    expect((await receiver.receive(bodies[0]!)).status).toBe(200)
    expect((await stored()).map((r) => r.id)).toEqual([...ids].sort())
    expect(await jobs()).toEqual([...ids].sort())
    expect(commits.reduce((n, c) => n + c.stored, 0)).toBe(40)
    expect(commits.some((c) => c.rows > 1)).toBe(true)
  })

  it('a duplicate is answered only once the first is committed', async () => {
    const other = await db.owner.connect()
    await other.query('BEGIN')
    await other.query(`INSERT INTO notification (id, topic, body) VALUES ('held', 't', 'b')`)
    let answered = false
    const answer = receiver.receive(envelope('held')).finally(() => (answered = true))
    const waits = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'transactionid' AND datname = current_database()`
    while ((await db.owner.query<{ n: number }>(waits)).rows[0]!.n === 0) expect(answered).toBe(false)
    // The first is taken back: the second must then stand, with a job.
    await other.query('ROLLBACK')
    other.release()
    expect((await answer).status).toBe(200)
    expect(await jobs()).toEqual(['held'])
  })

  it('one that the database refuses harms no other', async () => {
    await db.owner.query(`ALTER TABLE notification ADD CONSTRAINT poison CHECK (id <> 'poison')`)
    const ids = Array.from({ length: 10 }, () => randomUUID())
    const bodies = [...ids.slice(0, 5), 'poison', ...ids.slice(5)].map((id) => envelope(id))
    const answers = await Promise.all(bodies.map((b) => receiver.receive(b)))
    await db.owner.query('ALTER TABLE notification DROP CONSTRAINT poison')
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200, 503, 200, 200, 200, 200, 200])
    expect(await jobs()).toEqual([...ids].sort())
  })

  it('confirmations are taken in as notifications are: the worker acts on them', async () => {
    expect((await receiver.receive(envelope('c', { Type: 'SubscriptionConfirmation' }))).status).toBe(200)
    expect(await jobs()).toEqual(['c'])
  })

  it('the job is as pg-boss itself would have made it, and wakes its worker', async () => {
    await receiver.receive(envelope('ours'))
    const quiet = { migrate: false, createSchema: false, supervise: false, schedule: false }
    const boss = new PgBoss({ connectionString: db.urls.worker, useListenNotify: true, ...quiet })
    boss.on('error', () => {})
    await boss.start()
    try {
      await boss.send('notification', { id: 'theirs' })
      const columns = `SELECT to_jsonb(j) - '{id,data,created_on,start_after,keep_until}'::text[]
                              || jsonb_build_object('keeps', extract(epoch FROM keep_until - start_after)) AS j
                       FROM pgboss.job j WHERE name = 'notification' ORDER BY data->>'id'`
      const [ours, theirs] = (await db.owner.query<{ j: Record<string, unknown> }>(columns)).rows
      expect(ours!.j).toEqual(theirs!.j)

      const taken: string[] = []
      let wake = () => {}
      const next = () => new Promise<void>((resolve) => (wake = resolve))
      const first = next()
      // Polling alone would come after a minute.
      await boss.work<{ id: string }>('notification', { pollingIntervalSeconds: 60, batchSize: 100 }, (batch) => {
        for (const job of batch) taken.push(job.data.id)
        wake()
        return Promise.resolve()
      })
      await first
      const second = next()
      expect((await receiver.receive(envelope('woken'))).status).toBe(200)
      await second
      expect(taken.sort()).toEqual(['ours', 'theirs', 'woken'])
    } finally {
      await boss.stop({ graceful: false })
    }
  })
})

describe('refusing', () => {
  it('has a permanent answer only for what is proven not ours', async () => {
    const other = await createSigner(Date.now())
    const hours = (n: number) => bodyOf(signedEnvelope(signer, Date.now() + n * 3_600_000))
    const cases: [Buffer, number][] = [
      [Buffer.from('nothing'), 400],
      [Buffer.from('{}'), 400],
      [envelope('x', { TopicArn: `${topicArn}-foreign` }), 403],
      [bodyOf(signedEnvelope(other, Date.now())), 403],
      [bodyOf({ ...signedEnvelope(signer, Date.now()), SigningCertURL: 'https://evil.example/a.pem' }), 403],
      [hours(-3), 503],
      [hours(1), 503],
    ]
    for (const [body, status] of cases) expect((await receiver.receive(body)).status).toBe(status)
    expect(await stored()).toEqual([])
  })

  it('without any topic refuses all', async () => {
    await db.owner.query('TRUNCATE topic')
    expect((await receiver.receive(envelope())).status).toBe(403)
  })

  it('a certificate that cannot be fetched is no fault of the sender', async () => {
    const troubled = receiverOn(db.web.pool, { certificates: () => Promise.reject(new Error('no network')) })
    expect((await troubled.receive(envelope())).status).toBe(503)
  })

  it('without the queue nothing is taken in', async () => {
    await db.owner.query(`CREATE TABLE kept_queue AS SELECT * FROM pgboss.queue WHERE name = 'notification'`)
    await db.owner.query(`DELETE FROM pgboss.queue WHERE name = 'notification'`)
    try {
      expect((await receiver.receive(envelope())).status).toBe(503)
      expect(await stored()).toEqual([])
    } finally {
      await db.owner.query('INSERT INTO pgboss.queue SELECT * FROM kept_queue')
      await db.owner.query('DROP TABLE kept_queue')
    }
  })
})

describe('topics', () => {
  it('a topic registered this moment is known at once, although the list was just read', async () => {
    expect((await receiver.receive(envelope())).status).toBe(200)
    await register(`${topicArn}-new`)
    expect((await receiver.receive(envelope('n', { TopicArn: `${topicArn}-new` }))).status).toBe(200)
  })

  it('one that was taken away is refused within two seconds, and unknown ones share their reads', async () => {
    let clock = 1_000_000
    let reads = 0
    const pool = { query: (...args: Parameters<pg.Pool['query']>) => (reads++, db.web.pool.query(...args)) } as unknown as pg.Pool
    const topics = createTopics(pool, () => clock)
    expect(await topics.has(topicArn)).toBe(true)
    await db.owner.query('TRUNCATE topic')
    clock += 1_999
    expect(await topics.has(topicArn)).toBe(true)
    clock += 1
    expect(await topics.has(topicArn)).toBe(false)
    const before = reads
    clock += 200
    expect(await Promise.all(Array.from({ length: 50 }, (_, n) => topics.has(`arn:${n}`)))).not.toContain(true)
    expect(reads - before).toBeLessThanOrEqual(2)
  })
})

describe('trouble with the database', () => {
  it('down is 503, and back is 200 without a restart', async () => {
    const url = new URL(db.urls.web)
    const target = { port: Number(url.port), up: false }
    const gate = net.createServer((socket) => {
      socket.on('error', () => {})
      if (!target.up) return void socket.destroy()
      const through = net.connect(target.port, '127.0.0.1')
      through.on('error', () => socket.destroy())
      socket.pipe(through).pipe(socket)
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    url.port = String((gate.address() as net.AddressInfo).port)
    const pool = new pg.Pool({ connectionString: url.href, max: 3 })
    pool.on('error', () => {})
    const behind = receiverOn(pool)
    try {
      expect((await behind.receive(envelope('a'))).status).toBe(503)
      target.up = true
      expect((await behind.receive(envelope('a'))).status).toBe(200)
      const ours = `usename = 'postroom_web' AND datname = current_database()`
      await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${ours}`)
      // The connection may be found dead only by using it: SNS would come again, and so does this.
      const answers = [await behind.receive(envelope('b')), await behind.receive(envelope('b'))]
      expect(answers.at(-1)!.status).toBe(200)
      expect(await jobs()).toEqual(['a', 'b'])
    } finally {
      await pool.end()
      gate.close()
    }
  })

  it('a commit that takes too long is 503, and the row may stand: the next copy is a duplicate', async () => {
    const other = await db.owner.connect()
    await other.query('BEGIN')
    await other.query('LOCK TABLE notification IN ACCESS EXCLUSIVE MODE')
    const hasty = receiverOn(db.web.pool, { timeLimit: 100 })
    expect((await hasty.receive(envelope('slow'))).status).toBe(503)
    await other.query('COMMIT')
    other.release()
    await hasty.drained()
    expect((await hasty.receive(envelope('slow'))).status).toBe(200)
    expect(await jobs()).toEqual(['slow'])
  })
})
