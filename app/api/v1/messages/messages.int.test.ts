import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute as call } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { MessageDetail, MessagePage, MessageTrace } from '@/lib/web/answers/message'
import { GET as list } from './route'
import { GET as one } from './[id]/route'
import { GET as raw } from './[id]/raw/route'
import { GET as trace } from './[id]/trace/route'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
const ids: string[] = []
let foreign: string
const day = 86_400_000
const now = Date.UTC(2026, 10, 24, 9)

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  await db.owner.query(`SELECT ensure_month(m::date) FROM unnest(ARRAY['2026-09-01', '2026-10-01', '2026-11-01']) m`)
  const make = (n: number, given: Parameters<typeof makeDelivery>[2] = {}) => makeDelivery(db, ours.id, { receivedAt: new Date(now - n * day), ...given })
  for (let n = 0; n < 23; n += 1) ids.push(await make(n))
  ids.push(await make(30, { recipient: 'bills@shop.example', from: 'accounts@bank.example', subject: 'Invoice 7', disposition: 'quarantined', spam: 'GRAY' }))
  ids.push(await make(40, { subject: '請求書', words: ['請求', '求書'], text: '請求書', spam: 'FAIL', direction: 'in' }))
  foreign = await makeDelivery(db, theirs.id, { receivedAt: new Date(now), subject: 'Invoice 9' })
})
afterAll(() => db.drop())

const get = async (query: string, key = ours.apiKey) => {
  const response = await call(list, 'GET', `/api/v1/messages?${query}`, { key })
  return { status: response.status, body: (await response.json()) as { data: { id: string }[]; nextCursor: string | null; errors?: { path: string }[] } }
}
const idsOf = async (query: string) => (await get(query)).body.data.map((m) => m.id)

describe('the list', () => {
  it('gives the fields of the contract', async () => {
    const { body } = await get('limit=1')
    expect(MessagePage.strict().safeParse(body).error).toBeUndefined()
    expect(body.data[0]).toMatchObject({
      id: ids[0],
      direction: 'in',
      sesMessageId: expect.any(String),
      recipient: 'post@shop.example',
      from: 'buyer@people.example',
      subject: 'An order',
      receivedAt: '2026-11-24T09:00:00.000Z',
      verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
      disposition: 'kept',
      matchedRules: ['orders'],
    })
  })

  it.each([1, 7, 25, 100])('walks every row once, newest first, in pages of %i', async (limit) => {
    const seen: string[] = []
    let cursor: string | null = ''
    for (let pages = 0; cursor !== null && pages < 60; pages += 1) {
      const { body } = await get(`limit=${limit}&cursor=${cursor}`)
      expect(body.data.length).toBeLessThanOrEqual(limit)
      seen.push(...body.data.map((m) => m.id))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(ids)
  })

  it('shows another tenant nothing of ours', async () => {
    const { body } = await get('limit=100', theirs.apiKey)
    expect(body.data.map((m) => m.id)).toEqual([foreign])
  })

  it.each([
    ['recipient=Bills@shop.example', [23]],
    ['from=accounts@bank.example', [23]],
    ['from=bank.example', [23]],
    ['from=@bank.example', [23]],
    ['from=nobody@bank.example', []],
    ['disposition=quarantined', [23]],
    ['spam=GRAY', [23]],
    ['spam=FAIL', [24]],
    ['q=invoice', [23]],
    ['q=請求書', [24]],
    ['q=請求', [24]],
    ['q=invoice&spam=FAIL', []],
    ['q=%22invoice 7%22&from=bank.example', [23]],
    ['q=no-such-word', []],
    ['direction=out', []],
    ['since=2026-11-24T09:00:00Z', [0]],
    ['since=2026-11-23&until=2026-11-24', [1]],
    ['until=2026-10-20T00:00:00%2B09:00', [24]],
    ['q=&spam=&from=&limit=1', [0]],
  ])('filters by %s', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected.map((n) => ids[n]))
  })

  it('searches page by page', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    for (let pages = 0; cursor !== null && pages < 60; pages += 1) {
      const { body } = await get(`q=order&limit=5&cursor=${cursor}`)
      seen.push(...body.data.map((m) => m.id))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(ids.slice(0, 23))
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['since=yesterday', 'since'],
    ['spam=MAYBE', 'spam'],
    ['disposition=lost', 'disposition'],
    ['cursor=1', 'cursor'],
    ['limit=1&limit=2', 'limit'],
  ])('says what is wrong with %s', async (query, field) => {
    const { status, body } = await get(query)
    expect(status).toBe(400)
    expect(body.errors?.map((e) => e.path)).toEqual([field])
  })

  it('names a parameter that it does not know', async () => {
    const response = await call(list, 'GET', '/api/v1/messages?form=a@b.example', { key: ours.apiKey })
    expect(response.status).toBe(400)
    expect(JSON.stringify(await response.json())).toContain('form')
  })
})

describe('one message', () => {
  const at = (handler: typeof one, id: string, key = ours.apiKey) => call(handler, 'GET', `/api/v1/messages/${id}`, { key, params: { id } })

  it('has header, text, attachments and events', async () => {
    const body = await (await at(one, ids[0]!)).json()
    expect(MessageDetail.strict().safeParse(body).error).toBeUndefined()
    expect(body).toMatchObject({ id: ids[0], headers: [{ name: 'Subject', value: 'An order' }], text: 'Hello', attachments: [], events: [{ kind: 'received' }] })
  })

  it('has the steps of its latest run', async () => {
    await db.owner.query(`INSERT INTO trace ("tenantId", "deliveryId", run, steps) VALUES ($1, $2, 2, '[]')`, [ours.id, ids[1]])
    const first = await (await at(trace, ids[0]!)).json()
    expect(MessageTrace.strict().safeParse(first).error).toBeUndefined()
    expect(first.steps).toEqual([{ kind: 'rule', name: 'orders', matched: true, because: 'subject contains "order"', outcome: 'kept', ms: 0.1 }])
    expect(await (await at(trace, ids[1]!)).json()).toMatchObject({ run: 2, steps: [] })
  })

  it.each([['message', one], ['trace', trace], ['raw', raw]] as const)('gives a foreign id and a missing one the same answer: %s', async (_, handler) => {
    const answers = await Promise.all([foreign, '01900000-0000-7000-8000-000000000000'].map(async (id) => {
      const response = await at(handler, id)
      return [response.status, await response.json()]
    }))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]![0]).toBe(404)
  })
})
