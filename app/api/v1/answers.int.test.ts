import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { callRoute } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeOperatorKey, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { DeadLetterDetail, DeadLetterPage } from '@/lib/web/answers/dead-letter'
import { Domain, DomainPage } from '@/lib/web/answers/domain'
import { Plan, PlanList } from '@/lib/web/answers/plan'
import { Replay, Simulation } from '@/lib/web/answers/simulation'
import { Accepted, AttemptInFull, AttemptPage, NewWebhookAnswer, RotatedSecret, Webhook, WebhookBase, WebhookPage } from '@/lib/web/answers/webhook'
import type { Handler } from '@/lib/web/route'
import { DELETE as clearMailFrom, PUT as setMailFrom } from './domains/[id]/mail-from/route'
import { DELETE as removeDomain, GET as domain } from './domains/[id]/route'
import { GET as domains } from './domains/route'
import { POST as replay } from './messages/[id]/replay/route'
import { DELETE as discardDead, GET as deadLetter } from './operator/dead-letters/[id]/route'
import { POST as retryDead } from './operator/dead-letters/[id]/retry/route'
import { GET as deadLetters } from './operator/dead-letters/route'
import { GET as plan } from './operator/plans/[id]/route'
import { GET as plans } from './operator/plans/route'
import { POST as simulate } from './rule-set/simulate/route'
import { GET as attempts } from './webhooks/[id]/attempts/route'
import { POST as redeliverSeen } from './webhooks/[id]/redeliver/route'
import { POST as rotateIt } from './webhooks/[id]/rotate/route'
import * as webhook from './webhooks/[id]/route'
import { POST as testIt } from './webhooks/[id]/test/route'
import { POST as redeliverOne } from './webhooks/attempts/[id]/redeliver/route'
import { GET as oneAttempt } from './webhooks/attempts/[id]/route'
import * as webhooks from './webhooks/route'

// What the document says of an answer is what the answer is: each is held against its schema, and no field is there unsaid.

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
let operatorKey: string
const ids = { domain: '', plan: '', message: '' }

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  operatorKey = await makeOperatorKey(db)
  ids.message = await makeDelivery(db, ours.id)
  const made = await db.owner.query<{ id: string }>(
    `INSERT INTO domain ("tenantId", name, token, "dkimTokens") VALUES ($1, 'shop.example', 'abc', '{a,b,c}') RETURNING id`,
    [ours.id],
  )
  ids.domain = made.rows[0]!.id
  const counts = { create: 1, change: 0, delete: 0, keep: 0, foreign: 0 }
  const planned = await db.owner.query<{ id: string }>(
    `INSERT INTO plan (region, status, reason, basis, target, steps) VALUES ('us-east-1', 'ready', 'A test.', $1, $2, $3) RETURNING id`,
    [
      JSON.stringify({ active: { name: null, hash: 'x' }, source: { name: null, hash: 'x' } }),
      JSON.stringify({ rules: [], counts }),
      JSON.stringify([{ call: 'CreateReceiptRule', sentence: 'Make the rule a.', rule: 'a' }]),
    ],
  )
  ids.plan = planned.rows[0]!.id
})
afterAll(() => db.drop())

interface Asked {
  method?: string
  key?: string
  id?: string
  body?: unknown
}
async function answer(handler: Handler, schema: z.ZodObject, { method = 'GET', key = ours.apiKey, id, body }: Asked = {}, status = 200) {
  const response = await callRoute(handler, method, '/api/v1/x', { key, ...(id ? { params: { id } } : {}), body })
  const json = (await response.json()) as Record<string, unknown>
  expect([response.status, json]).toEqual([status, expect.anything()])
  expect(schema.strict().safeParse(json).error).toBeUndefined()
  return json
}

it('domains', async () => {
  const page = await answer(domains, DomainPage)
  expect(page['data']).toMatchObject([{ name: 'shop.example', status: 'pending' }])
  const one = await answer(domain, Domain, { id: ids.domain })
  expect(Object.keys(one)).not.toContain('token')
  expect((one['records'] as { type: string; name: string }[])[0]).toMatchObject({ type: 'TXT', name: '_postroom.shop.example', value: 'pr=abc', state: 'missing' })
})

it('the MAIL FROM domain of one that is not proved is refused, with a code; of one that is, it is asked for, and given up', async () => {
  const put = (body: unknown) => callRoute(setMailFrom, 'PUT', '/api/v1/x', { key: ours.apiKey, params: { id: ids.domain }, body })
  const refused = await put({ domain: 'bounce.shop.example' })
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'conflict', errors: [{ code: 'pending' }] }])
  const wrong = await put({ domain: 'bounce.other.example' })
  expect([wrong.status, await wrong.json()]).toMatchObject([400, { errors: [{ path: 'domain', code: 'below' }] }])
  await db.owner.query(`UPDATE domain SET status = 'verified' WHERE id = $1`, [ids.domain])
  const body = { domain: 'bounce.shop.example' }
  expect(await answer(setMailFrom, Domain, { method: 'PUT', id: ids.domain, body })).toMatchObject({ mailFrom: { ...body, onMxFailure: 'default', state: 'asked' } })
  const one = await answer(domain, Domain, { id: ids.domain })
  expect(one['records']).toContainEqual(expect.objectContaining({ purpose: 'mailFromMx', why: 'Nobody has looked yet.', do: 'Add the MX record.' }))
  expect(await answer(clearMailFrom, Domain, { method: 'DELETE', id: ids.domain })).toMatchObject({ mailFrom: null })
})

it("a domain of another tenant is none, and stays", async () => {
  for (const [handler, method] of [[domain, 'GET'], [removeDomain, 'DELETE']] as const) {
    const response = await callRoute(handler, method, '/api/v1/x', { key: theirs.apiKey, params: { id: ids.domain } })
    expect([method, response.status]).toEqual([method, 404])
  }
  await answer(domain, Domain, { id: ids.domain })
})

it('plans', async () => {
  const page = await answer(plans, PlanList, { key: operatorKey })
  expect(page['data']).toMatchObject([{ id: ids.plan, status: 'ready', applyable: true }])
  await answer(plan, Plan, { key: operatorKey, id: ids.plan })
  expect(page).toMatchObject({ nextCursor: null, data: [{ reason: 'A test.', reasonCode: null, notes: null }] })
})

it('plans, page by page', async () => {
  await db.owner.query(`INSERT INTO plan (region, status, reason, basis, target, steps, "createdAt") SELECT region, 'stale', 'Older.', basis, target, steps, "createdAt" - interval '1 day' FROM plan`)
  const ask = async (query: string) => {
    const response = await callRoute(plans, 'GET', `/api/v1/operator/plans?${query}`, { key: operatorKey })
    return { status: response.status, json: (await response.json()) as { data: { reason: string }[]; nextCursor: string | null } }
  }
  const first = (await ask('limit=1')).json
  expect(first.data.map((p) => p.reason)).toEqual(['A test.'])
  expect((await ask(`limit=1&cursor=${first.nextCursor}`)).json).toMatchObject({ data: [{ reason: 'Older.' }], nextCursor: null })
  for (const query of ['cursor=x', 'limit=0', 'limit=101']) expect((await ask(query)).status, query).toBe(400)
  await db.owner.query(`DELETE FROM plan WHERE status = 'stale'`)
})

it('dead letters', async () => {
  expect(await answer(deadLetters, DeadLetterPage, { key: operatorKey })).toEqual({ data: [], nextCursor: null })
  const { rows } = await db.owner.query<{ id: string }>(
    `INSERT INTO pgboss.job (name, policy, source_name, source_output, data) SELECT name, policy, 'sweep', '{"message":"No."}', '{}' FROM pgboss.queue WHERE name = 'dead-letter' RETURNING id`,
  )
  const { id } = rows[0]!
  expect(await answer(deadLetter, DeadLetterDetail, { key: operatorKey, id })).toMatchObject({ queue: 'sweep', reason: 'No.', attempts: [{ at: '', message: 'No.' }] })
  for (const [handler, method] of [[deadLetters, 'GET'], [deadLetter, 'GET'], [plans, 'GET'], [plan, 'GET'], [discardDead, 'DELETE'], [retryDead, 'POST']] as const)
    expect((await callRoute(handler, method, '/api/v1/x', { key: ours.apiKey, params: { id } })).status).toBe(403)
  expect((await callRoute(discardDead, 'DELETE', '/api/v1/x', { key: operatorKey, params: { id } })).status).toBe(204)
  expect((await callRoute(deadLetter, 'GET', '/api/v1/x', { key: operatorKey, params: { id } })).status).toBe(404)
})

it('webhooks: the secret once, the log, a redelivery of what was seen', async () => {
  const body = { url: 'https://hooks.example/in', eventTypes: ['message.received'] }
  const made = await answer(webhooks.POST, NewWebhookAnswer, { method: 'POST', body }, 201)
  expect(made['secret']).toMatch(/^whsec_/)
  const id = String(made['id'])
  expect((await callRoute(webhooks.POST, 'POST', '/api/v1/x', { key: ours.apiKey, body: { ...body, url: 'https://10.0.0.1/' } })).status).toBe(400)
  expect(await answer(testIt, Accepted, { method: 'POST', id }, 202)).toEqual({ accepted: true })
  const page = await answer(webhooks.GET, WebhookPage)
  expect(page['data']).toMatchObject([{ id, enabled: true, waiting: 1, undelivered: 0 }])
  expect(JSON.stringify(page)).not.toContain('whsec_')
  expect(await answer(webhook.PATCH, WebhookBase, { method: 'PATCH', id, body: { enabled: false } })).toMatchObject({ enabled: false, disabledWhy: 'person' })
  expect((await callRoute(testIt, 'POST', '/api/v1/x', { key: ours.apiKey, params: { id } })).status).toBe(409)
  const log = await answer(attempts, AttemptPage, { id })
  const [attempt] = log['data'] as { id: string; problem: string; error: string }[]
  expect(attempt).toMatchObject({ type: 'webhook.test', state: 'cancelled', problem: 'disabled', error: 'The webhook was switched off before this try.' })
  const full = await answer(oneAttempt, AttemptInFull, { id: attempt!.id })
  expect(JSON.parse(String(full['body']))).toMatchObject({ type: 'webhook.test' })
  await answer(webhook.PATCH, WebhookBase, { method: 'PATCH', id, body: { enabled: true } })
  const { undelivered, undeliveredUpTo } = await answer(webhook.GET, Webhook, { id })
  const redeliver = (count: unknown) => callRoute(redeliverSeen, 'POST', '/api/v1/x', { key: ours.apiKey, params: { id }, body: { count, upTo: undeliveredUpTo } })
  expect((await redeliver(7)).status).toBe(409)
  expect(await (await redeliver(undelivered)).json()).toEqual({ redelivered: 1 })
  expect(await answer(redeliverOne, Accepted, { method: 'POST', id: attempt!.id }, 202)).toEqual({ accepted: true })
  expect(await answer(rotateIt, RotatedSecret, { method: 'POST', id })).toMatchObject({ secret: expect.stringMatching(/^whsec_/) })
  expect((await callRoute(webhook.DELETE, 'DELETE', '/api/v1/x', { key: theirs.apiKey, params: { id } })).status).toBe(404)
  expect((await callRoute(webhook.DELETE, 'DELETE', '/api/v1/x', { key: ours.apiKey, params: { id } })).status).toBe(204)
})

it('replay, which the worker does', async () => {
  expect(await answer(replay, Replay, { method: 'POST', id: ids.message }, 202)).toEqual({ accepted: true, run: 2 })
  const { rows } = await db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'replay'`)
  expect(rows).toMatchObject([{ data: { tenantId: ours.id, deliveryId: ids.message } }])
  const foreign = await callRoute(replay, 'POST', '/api/v1/x', { key: theirs.apiKey, params: { id: ids.message } })
  expect(foreign.status).toBe(404)
})

describe('simulate', () => {
  const raw = Buffer.from('From: a@b.example\r\nTo: x@shop.example\r\nSubject: Invoice 7\r\n\r\nHello\r\n')
  const rules = [{ name: 'bills', when: { field: 'subject', op: 'contains', values: ['invoice'] }, actions: [{ type: 'quarantine' }] }]

  it('says where a mail would go, and why', async () => {
    const body = { raw: raw.toString('base64'), recipient: 'x@shop.example', mailFrom: 'a@b.example', rules }
    expect(await answer(simulate, Simulation, { method: 'POST', body })).toMatchObject({ disposition: 'quarantined', matchedRules: ['bills'], version: 'draft' })
  })

  it('takes a mail of 10 MB', async () => {
    const body = { raw: Buffer.concat([raw, Buffer.alloc(10_000_000, 'hello world\r\n')]).toString('base64'), recipient: 'x@shop.example', mailFrom: '' }
    await answer(simulate, Simulation, { method: 'POST', body })
  })

  it('names what is missing, and knows no message of another tenant', async () => {
    const wrong = await callRoute(simulate, 'POST', '/api/v1/x', { key: ours.apiKey, body: { raw: raw.toString('base64') } })
    expect([wrong.status, ((await wrong.json()) as { errors: unknown }).errors]).toMatchObject([400, [{ path: 'recipient' }]])
    const foreign = await callRoute(simulate, 'POST', '/api/v1/x', { key: theirs.apiKey, body: { messageId: ids.message } })
    expect(foreign.status).toBe(404)
  })
})
