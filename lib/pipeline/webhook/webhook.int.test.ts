import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTenant } from '@/lib/db/tenant'
import { eventBody, webhookEvents, type Happening } from '@/lib/core/webhook/event-type'
import { getAttempt, listAttempts } from '@/lib/services/webhook/attempt'
import { changeWebhook } from '@/lib/services/webhook/change'
import { createWebhook, mostWebhooks } from '@/lib/services/webhook/create'
import { emitWebhooks } from '@/lib/services/webhook/emit'
import { getWebhook, listWebhooks } from '@/lib/services/webhook/list'
import { redeliverAll, redeliverAttempt } from '@/lib/services/webhook/redeliver'
import { removeWebhook } from '@/lib/services/webhook/remove'
import { rotateSecret } from '@/lib/services/webhook/rotate'
import { testWebhook } from '@/lib/services/webhook/send-test'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { deliverWebhooks, type Point } from './deliver'
import { wakeDueWebhooks } from './due'
import { pruneWebhooks } from './prune'
import { Receiver } from './receiver.fixture'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
let receiver: Receiver
let slow: Receiver

beforeAll(async () => {
  db = await createTestDatabase()
  receiver = await Receiver.open()
  slow = await Receiver.open()
  process.env['POSTROOM_KEY'] = 'a key for tests that is long enough'
  process.env['POSTROOM_WEBHOOK_ALLOW'] = `${receiver.host},${slow.host}`
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterAll(async () => {
  receiver.close()
  slow.close()
  await db.drop()
})
beforeEach(async () => {
  receiver.taken.length = 0
  slow.taken.length = 0
  receiver.answer(200, 'thanks')
  for (const table of ['webhook_endpoint', 'webhook_event', 'webhook_attempt', 'webhook_hour', 'audit', 'pgboss.job']) await db.owner.query(`DELETE FROM ${table}`)
})

const asWorker = async <R>(work: () => Promise<R>): Promise<R> => {
  db.become('worker')
  return work().finally(() => db.become('web'))
}
const make = (input: object = {}, tenant = ours) => createWebhook({ ctx: tenant.as('admin'), input: { url: `http://${receiver.host}/hooks`, eventTypes: ['domain.verified', 'domain.failing'], ...input } })
const id = '018f0000-0000-7000-8000-000000000000'
const happening = (source: string): Happening => ({ type: 'domain.verified', source, at: new Date(), data: { id, name: 'shop.example' } })
const emit = (source: string, tenant = ours) => inTenant(tenant.id, (tx) => emitWebhooks(tx, tenant.id, [happening(source)]))
const deliver = (endpointId: string, at?: (point: Point) => void, timeoutMs?: number) => asWorker(() => deliverWebhooks({ tenantId: ours.id, endpointId }, { ...(at ? { at } : {}), ...(timeoutMs ? { timeoutMs } : {}) }))
const attempts = async (endpointId: string, filter: object = {}) => (await listAttempts({ ctx: ours.as('admin'), input: { id: endpointId, ...filter } })).data
const jobs = async () => (await db.owner.query<{ endpoint: string; wait: number }>(`SELECT data->>'endpointId' AS endpoint, extract(epoch FROM start_after - now())::float8 AS wait FROM pgboss.job WHERE name = 'webhook' ORDER BY start_after`)).rows
const ids = () => receiver.taken.map((t) => t.headers['webhook-id'])
/** As if that much time had passed. */
const later = (interval: string) =>
  db.owner.query(`UPDATE webhook_attempt SET "dueAt" = "dueAt" - $1::interval, since = since - $1::interval, "startedAt" = "startedAt" - $1::interval`, [interval]).then(() => db.owner.query(`UPDATE webhook_endpoint SET "failingSince" = "failingSince" - $1::interval`, [interval]))

describe('telling', () => {
  it('tells what happened, signed by the endpoint\'s secret, and keeps request and answer', async () => {
    const { id: endpoint, secret } = await make()
    expect(await emit('a')).toBe(1)
    expect(await deliver(endpoint)).toBe('1 tries made')
    const [taken] = receiver.taken
    expect(new Webhook(secret).verify(taken!.body, taken!.headers as Record<string, string>)).toMatchObject({ type: 'domain.verified', data: { id, name: 'shop.example' } })
    expect(() => new Webhook(secret).verify(taken!.body.replace('shop', 'shep'), taken!.headers as Record<string, string>)).toThrow()
    const [attempt] = await attempts(endpoint)
    expect(attempt).toMatchObject({ state: 'succeeded', n: 1, status: 200, problem: null, undelivered: false, eventId: taken!.headers['webhook-id'] })
    const detail = await getAttempt({ ctx: ours.as('owner'), input: { id: attempt!.id } })
    expect(detail).toMatchObject({ body: taken!.body, responseBody: 'thanks', claims: 1, requestHeaders: { 'webhook-id': attempt!.eventId, 'user-agent': 'Postroom-Webhooks/1' } })
    expect((await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).hours.at(-1)).toMatchObject({ succeeded: 1, failed: 0 })
  })

  it('is one event for one source, at every endpoint that asks for its type, and none where nobody does', async () => {
    expect(await emit('nobody')).toBe(0)
    const first = await make()
    const second = await make({ eventTypes: ['domain.verified'] })
    await make({ eventTypes: ['message.received'] })
    await make({}, theirs)
    expect(await emit('b')).toBe(2)
    expect(await emit('b')).toBe(0)
    await Promise.all([deliver(first.id), deliver(second.id)])
    expect(receiver.taken).toHaveLength(2)
    expect(new Set(ids()).size).toBe(1)
    expect((await db.owner.query('SELECT source FROM webhook_event')).rows).toEqual([{ source: 'b' }])
  })

  it('says nothing of a transaction that failed, and wakes the worker with the commit', async () => {
    const { id: endpoint } = await make()
    const failing = inTenant(ours.id, async (tx) => {
      await emitWebhooks(tx, ours.id, [happening('c')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await jobs()).toEqual([])
    await emit('c')
    await emit('d')
    const woken = await jobs()
    expect(woken.length).toBeLessThanOrEqual(2)
    expect(woken[0]).toMatchObject({ endpoint })
    expect(woken[0]!.wait).toBeGreaterThan(0.4)
    await deliver(endpoint)
    expect(receiver.taken).toHaveLength(2)
  })

  it('has bodies that fit the documented schemas', () => {
    const message = { id, recipient: 'a@b.example', from: 'c@d.example', subject: 'x', receivedAt: new Date().toISOString() }
    const data = { ...happening('x').data, ...message, mailFrom: '', verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'FAIL', dmarc: 'UNKNOWN' }, disposition: 'kept', previous: 'quarantined', reason: 'r', matchedRules: [], message: 'm' }
    for (const [type, { data: schema }] of Object.entries(webhookEvents)) {
      const body = JSON.parse(eventBody({ type, source: 's', at: new Date(), data: schema.parse(data) } as Happening)) as { data: unknown }
      expect(schema.safeParse(body.data).success).toBe(true)
    }
  })
})

describe('trying again', () => {
  it('plans the next try with the failure, and keeps the same id; a success clears the failing', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    receiver.answer(500, '<h1>Oops</h1>')
    await deliver(endpoint)
    const [next, first] = await attempts(endpoint)
    expect(first).toMatchObject({ n: 1, state: 'failed', status: 500, problem: { key: 'status', params: { status: 500 } }, undelivered: false })
    expect(next).toMatchObject({ n: 2, state: 'waiting', eventId: first!.eventId })
    const wait = (next!.dueAt.getTime() - first!.settledAt!.getTime()) / 1000
    expect(wait).toBeGreaterThanOrEqual(5)
    expect(wait).toBeLessThan(5.6)
    expect((await jobs()).at(-1)!.wait).toBeGreaterThan(3)
    expect(await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).toMatchObject({ failingSince: expect.any(Date), waiting: 1, undelivered: 0 })
    expect(await deliver(endpoint)).toBe('0 tries made')
    await later('6 seconds')
    receiver.answer(200)
    await deliver(endpoint)
    expect(new Set(ids()).size).toBe(1)
    expect(await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).toMatchObject({ failingSince: null, waiting: 0 })
  })

  it('waits as long as a busy receiver asks', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    receiver.answer(429, '', { 'retry-after': '600' })
    await deliver(endpoint)
    const [next] = await attempts(endpoint)
    expect((next!.dueAt.getTime() - Date.now()) / 1000).toBeGreaterThan(595)
  })

  it('gives an event up after three days, and the endpoint too where nothing got through: the rest is cancelled and can be redelivered', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    receiver.answer(503)
    for (const wait of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
      await deliver(endpoint)
      await later(`${wait * 1.1} seconds`)
    }
    await emit('late')
    await deliver(endpoint)
    const state = await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })
    expect(state).toMatchObject({ enabled: false, disabledWhy: 'failing', waiting: 0, undelivered: 2 })
    const tried = await attempts(endpoint, { undelivered: 'true' })
    expect(tried.map((a) => a.state).sort()).toEqual(['cancelled', 'failed'])
    expect((await db.owner.query(`SELECT verb, "actorKind" FROM audit WHERE verb = 'webhook.disable'`)).rows).toEqual([{ verb: 'webhook.disable', actorKind: 'job' }])
    expect(await emit('while off')).toBe(0)
    await expect(redeliverAll({ ctx: ours.as('admin'), input: { id: endpoint } })).rejects.toMatchObject({ code: 'conflict' })

    await changeWebhook({ ctx: ours.as('admin'), input: { id: endpoint, enabled: true } })
    receiver.answer(200)
    receiver.taken.length = 0
    await expect(redeliverAll({ ctx: ours.as('admin'), input: { id: endpoint, count: 3, upTo: state.undeliveredUpTo! } })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('2 events, not 3') })
    expect(await redeliverAll({ ctx: ours.as('admin'), input: { id: endpoint, count: '2' as never, upTo: state.undeliveredUpTo! } })).toEqual({ redelivered: 2 })
    await deliver(endpoint)
    expect(receiver.taken).toHaveLength(2)
    expect(await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).toMatchObject({ undelivered: 0, waiting: 0, failingSince: null })
  })

  it('stops at once where the receiver says that it is gone', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    receiver.answer(410)
    await deliver(endpoint)
    expect(await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).toMatchObject({ enabled: false, disabledWhy: 'gone', undelivered: 1 })
  })

  it('has one slow endpoint hold up no other, and takes no more than four of its lanes', async () => {
    const [quick, hanging] = [await make(), await make({ url: `http://${slow.host}/` })]
    let open = 0
    let most = 0
    slow.respond = (_taken, response) => {
      most = Math.max(most, ++open)
      response.on('close', () => open--)
    }
    for (let i = 0; i < 6; i++) await emit(`s${i}`)
    // The role is the process's: it stays the worker's until all have ended.
    db.become('worker')
    const worker = (endpointId: string) => deliverWebhooks({ tenantId: ours.id, endpointId }, { timeoutMs: 1500 })
    const stuck = worker(hanging.id)
    await expect.poll(() => open).toBe(4)
    await worker(quick.id)
    expect(receiver.taken).toHaveLength(6)
    expect(await worker(hanging.id)).toBe('0 tries made')
    expect(open).toBe(4)
    await stuck
    db.become('web')
    expect(most).toBe(4)
    expect((await attempts(hanging.id)).filter((a) => a.state === 'failed').map((a) => a.problem?.key)).toContain('timeout')
  })
})

describe('a worker that dies', () => {
  it.each(['claimed', 'before the call', 'after the answer'] as const)('at "%s": the event is told at least once, with the same id, and the log is right', async (point) => {
    const { id: endpoint } = await make()
    await emit('a')
    const die = (now: Point) => {
      if (now === point) throw new Error('killed')
    }
    await expect(deliver(endpoint, die)).rejects.toThrow('killed')
    expect(await attempts(endpoint)).toMatchObject([{ state: 'claimed', n: 1, status: null }])
    // The lease runs: nobody else makes the same try meanwhile.
    expect(await deliver(endpoint)).toBe('0 tries made')
    expect((await jobs()).at(-1)!.wait).toBeGreaterThan(30)
    await later('50 seconds')
    expect(await asWorker(wakeDueWebhooks)).toBe(1)
    expect(await deliver(endpoint)).toBe('1 tries made')
    expect(receiver.taken).toHaveLength(point === 'after the answer' ? 2 : 1)
    expect(new Set(ids()).size).toBe(1)
    const [attempt, ...others] = await attempts(endpoint)
    expect(others).toEqual([])
    expect(attempt).toMatchObject({ state: 'succeeded', n: 1, eventId: ids()[0] })
    expect((await getAttempt({ ctx: ours.as('admin'), input: { id: attempt!.id } })).claims).toBe(2)
    expect((await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).hours.at(-1)).toMatchObject({ succeeded: 1, failed: 0 })
  })

  it('that only slept cannot settle what another has made meanwhile', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    let held: (() => void) | undefined
    receiver.respond = (_taken, response) => (held = () => response.writeHead(500).end())
    db.become('worker')
    const sleeper = deliverWebhooks({ tenantId: ours.id, endpointId: endpoint })
    await expect.poll(() => held).toBeDefined()
    await later('50 seconds')
    receiver.answer(200)
    await deliverWebhooks({ tenantId: ours.id, endpointId: endpoint })
    held!()
    await sleeper
    db.become('web')
    expect(await attempts(endpoint)).toMatchObject([{ state: 'succeeded', n: 1, status: 200 }])
  })
})

describe('what people do', () => {
  it('redelivers one: a waiting try comes now, a settled one is told again', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    receiver.answer(500)
    await deliver(endpoint)
    const [waiting] = await attempts(endpoint)
    receiver.answer(200)
    await redeliverAttempt({ ctx: ours.as('admin'), input: { id: waiting!.id } })
    await deliver(endpoint)
    expect((await attempts(endpoint)).map((a) => [a.n, a.state])).toEqual([[2, 'succeeded'], [1, 'failed']])
    await redeliverAttempt({ ctx: ours.as('admin'), input: { id: waiting!.id } })
    await deliver(endpoint)
    expect((await attempts(endpoint)).map((a) => [a.n, a.state])[0]).toEqual([3, 'succeeded'])
    expect(new Set(ids()).size).toBe(1)
  })

  it('rotates the secret: both sign for a day, then the new one alone', async () => {
    const { id: endpoint, secret: old } = await make()
    const { secret } = await rotateSecret({ ctx: ours.as('admin'), input: { id: endpoint } })
    await testWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })
    await deliver(endpoint)
    const [both] = receiver.taken
    for (const s of [old, secret]) expect(new Webhook(s).verify(both!.body, both!.headers as Record<string, string>)).toMatchObject({ type: 'webhook.test' })
    await db.owner.query(`UPDATE webhook_endpoint SET "previousUntil" = now() - interval '1 second'`)
    await testWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })
    await deliver(endpoint)
    const one = receiver.taken.at(-1)!
    expect(new Webhook(secret).verify(one.body, one.headers as Record<string, string>)).toBeTruthy()
    expect(() => new Webhook(old).verify(one.body, one.headers as Record<string, string>)).toThrow()
    const stored = (await db.owner.query('SELECT * FROM webhook_endpoint')).rows
    for (const s of [old, secret]) expect(Buffer.concat([stored[0].secret, stored[0].previousSecret]).includes(s)).toBe(false)
    expect(JSON.stringify([await listWebhooks({ ctx: ours.as('owner') }), (await db.owner.query('SELECT * FROM audit')).rows])).not.toContain(secret)
  })

  it('switches off and deletes: what waits is not told any more, and the log of a deleted one goes', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    await changeWebhook({ ctx: ours.as('admin'), input: { id: endpoint, enabled: false, description: 'off' } })
    await deliver(endpoint)
    expect(await attempts(endpoint)).toMatchObject([{ state: 'cancelled', undelivered: true }])
    await removeWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })
    await deliver(endpoint)
    expect(receiver.taken).toEqual([])
    expect((await db.owner.query('SELECT id FROM webhook_attempt')).rows).toEqual([])
    expect((await db.owner.query('SELECT verb FROM audit ORDER BY at')).rows.map((r) => r.verb)).toEqual(['webhook.create', 'webhook.change', 'webhook.remove'])
  })

  it('pages the log by keyset and filters it', async () => {
    const { id: endpoint } = await make()
    for (let i = 0; i < 3; i++) await emit(`p${i}`)
    await deliver(endpoint)
    await emit('p3')
    const page = await listAttempts({ ctx: ours.as('admin'), input: { id: endpoint, limit: 3 } })
    const rest = await listAttempts({ ctx: ours.as('admin'), input: { id: endpoint, limit: 3, cursor: page.nextCursor! } })
    expect([page.data.length, rest.data.length, rest.nextCursor]).toEqual([3, 1, null])
    expect(await attempts(endpoint, { state: 'waiting' })).toHaveLength(1)
    expect(await attempts(endpoint, { type: 'domain.failing' })).toEqual([])
  })

  it('refuses a URL that leads inside, one webhook too many, and what is no event', async () => {
    const problems = (input: object) => make(input).then(() => [], (e: { problems: { path: string[]; code?: string }[] }) => e.problems.map((p) => p.code ?? p.path[0]))
    expect(await problems({ url: 'https://169.254.169.254/' })).toEqual(['private'])
    expect(await problems({ url: 'http://127.0.0.1:1/' })).toEqual(['https'])
    expect(await problems({ eventTypes: [] })).toEqual(['eventTypes'])
    expect(await problems({ eventTypes: ['webhook.test'] })).toEqual(['eventTypes'])
    for (let i = 0; i < mostWebhooks; i++) await make()
    expect(await problems({})).toEqual(['many'])
  })
})

describe('who may', () => {
  const verbs = (endpoint: string, attempt: string): [string, (t: TestTenant, role: 'admin' | 'member' | 'viewer') => Promise<unknown>][] => [
    ['list', (t, r) => listWebhooks({ ctx: t.as(r) })],
    ['create', (t, r) => createWebhook({ ctx: t.as(r), input: { url: 'https://example.com/', eventTypes: ['domain.lost'] } })],
    ['get', (t, r) => getWebhook({ ctx: t.as(r), input: { id: endpoint } })],
    ['change', (t, r) => changeWebhook({ ctx: t.as(r), input: { id: endpoint, description: 'mine' } })],
    ['rotate', (t, r) => rotateSecret({ ctx: t.as(r), input: { id: endpoint } })],
    ['test', (t, r) => testWebhook({ ctx: t.as(r), input: { id: endpoint } })],
    ['redeliver all', (t, r) => redeliverAll({ ctx: t.as(r), input: { id: endpoint } })],
    ['attempts', (t, r) => listAttempts({ ctx: t.as(r), input: { id: endpoint } })],
    ['attempt', (t, r) => getAttempt({ ctx: t.as(r), input: { id: attempt } })],
    ['redeliver', (t, r) => redeliverAttempt({ ctx: t.as(r), input: { id: attempt } })],
    ['remove', (t, r) => removeWebhook({ ctx: t.as(r), input: { id: endpoint } })],
  ]

  it('neither members nor viewers, and of another tenant it does not exist', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    const [{ id: attempt } = { id: '' }] = await attempts(endpoint)
    const missing = '00000000-0000-4000-8000-000000000000'
    const said = (work: Promise<unknown>) => work.then(() => 'done', (e: { code: string; message: string }) => `${e.code} ${e.message}`)
    for (const [i, [name, verb]] of verbs(endpoint, attempt).entries()) {
      for (const role of ['member', 'viewer'] as const) expect([name, await said(verb(ours, role))]).toEqual([name, expect.stringMatching(/^forbidden/)])
      if (name === 'list' || name === 'create') continue
      const foreign = await said(verb(theirs, 'admin'))
      expect([name, foreign]).toEqual([name, expect.stringMatching(/^not_found/)])
      expect(foreign).toBe(await said(verbs(missing, missing)[i]![1](ours, 'admin')))
    }
    expect(await listWebhooks({ ctx: theirs.as('admin') })).toHaveLength(0)
    expect(await getWebhook({ ctx: ours.as('admin'), input: { id: endpoint } })).toMatchObject({ description: '', previousSecretUntil: null })
  })
})

describe('upkeep', () => {
  it('deletes old events with their tries, and keeps what is still to be tried', async () => {
    const { id: endpoint } = await make()
    await emit('old')
    await deliver(endpoint)
    await emit('old and waiting')
    await emit('young')
    await db.owner.query(`UPDATE webhook_event SET "createdAt" = now() - interval '31 days' WHERE source LIKE 'old%'`)
    expect(await asWorker(() => pruneWebhooks(30))).toBe(1)
    expect((await db.owner.query('SELECT source FROM webhook_event ORDER BY source')).rows.map((r) => r.source)).toEqual(['old and waiting', 'young'])
    expect(await attempts(endpoint)).toHaveLength(2)
  })

  it('leaves a suspended tenant\'s tries waiting', async () => {
    const { id: endpoint } = await make()
    await emit('a')
    await db.owner.query('UPDATE tenant SET "suspendedAt" = now() WHERE id = $1', [ours.id])
    expect(await deliver(endpoint)).toBe('0 tries made')
    await db.owner.query('UPDATE tenant SET "suspendedAt" = NULL WHERE id = $1', [ours.id])
    expect(await deliver(endpoint)).toBe('1 tries made')
  })
})
