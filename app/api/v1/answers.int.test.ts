import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { callRoute } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeOperatorKey, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { DeadLetterDetail, DeadLetterPage, RetriedAll } from '@/lib/web/answers/dead-letter'
import { Domain, DomainPage } from '@/lib/web/answers/domain'
import { Accepted, AttemptInFull, AttemptPage, NewWebhookAnswer, RotatedSecret, Webhook, WebhookBase, WebhookPage } from '@/lib/web/answers/webhook'
import { Plan, PlanList, WholePlan } from '@/lib/web/answers/plan'
import { Replay, ReplaysAsked, Simulation } from '@/lib/web/answers/simulation'
import { createApiKey } from '@/lib/services/api-key/create'
import { ApiKey, ApiKeyPage, NewApiKey } from '@/lib/web/answers/api-key'
import { Volume } from '@/lib/web/answers/message'
import { LostMail, PlatformHealth } from '@/lib/web/answers/platform'
import { ReleasesAsked, ReleasesUndone } from '@/lib/web/answers/release'
import { Draft, RuleHits, RuleSetOverview, VersionList } from '@/lib/web/answers/rule-set'
import { Sync } from '@/lib/web/answers/sync'
import { Tenant, TestMail, TestMailAsked, Today } from '@/lib/web/answers/tenant'
import type { Handler } from '@/lib/web/route'
import { DELETE as endKey, GET as oneKey, PATCH as renameKey } from './api-keys/[id]/route'
import { GET as keys, POST as newKey } from './api-keys/route'
import { GET as zoneOf } from './domains/[id]/zone/route'
import { GET as exported } from './messages/export/route'
import { POST as releases } from './messages/release/route'
import { POST as undo } from './messages/release/undo/route'
import { POST as replays } from './messages/replay/route'
import { GET as messages } from './messages/route'
import { GET as volumeOf } from './messages/volume/route'
import { POST as retryAllDead } from './operator/dead-letters/retry/route'
import { GET as health } from './operator/health/route'
import { GET as lostMail } from './operator/lost-mail/route'
import { POST as cancel } from './operator/plans/[id]/cancel/route'
import { GET as wholePlan } from './operator/plans/[id]/whole/route'
import { GET as sync } from './operator/sync/route'
import { DELETE as discardDraft, PUT as saveDraft } from './rule-set/draft/route'
import { GET as hits } from './rule-set/hits/route'
import { POST as publish } from './rule-set/publish/route'
import { GET as ruleSet } from './rule-set/route'
import { POST as restore } from './rule-set/versions/[version]/restore/route'
import { GET as versionOf } from './rule-set/versions/[version]/route'
import { GET as versions } from './rule-set/versions/route'
import { GET as tenant } from './tenant/route'
import { GET as oneTestMail } from './test-mail/[id]/route'
import { POST as testMail } from './test-mail/route'
import { GET as today } from './today/route'
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

describe('what the console does, programs do too', () => {
  const asViewer = async () => (await createApiKey({ ctx: ours.as('owner'), input: { name: 'v', role: 'viewer' } })).key

  it('API keys: made, listed, renamed, ended', async () => {
    const made = await answer(newKey, NewApiKey, { method: 'POST', body: { name: 'robot', scopes: ['message.read'] } }, 201)
    expect(made).toMatchObject({ role: 'viewer', scopes: ['message.read'], expiresAt: null })
    const id = String(made['id'])
    expect((await answer(keys, ApiKeyPage))['data']).toContainEqual(expect.objectContaining({ id }))
    expect(await answer(renameKey, ApiKey, { method: 'PATCH', id, body: { name: 'robot 2' } })).toMatchObject({ name: 'robot 2' })
    const asRobot = { key: String(made['key']) }
    expect((await callRoute(messages, 'GET', '/api/v1/messages', asRobot)).status).toBe(200)
    const refused = await callRoute(domains, 'GET', '/api/v1/domains', asRobot)
    expect([refused.status, (await refused.json()).detail]).toEqual([403, expect.stringContaining('domain.read')])
    expect((await callRoute(endKey, 'DELETE', '/api/v1/x', { key: ours.apiKey, params: { id } })).status).toBe(204)
    expect((await callRoute(messages, 'GET', '/api/v1/messages', asRobot)).status).toBe(401)
    expect(await answer(oneKey, ApiKey, { id })).toMatchObject({ revokedAt: expect.any(String) })
  })

  it('no field that is not named is taken: neither tenant, nor id, nor hash of a key, nor role of an owner', async () => {
    for (const more of [{ tenantId: theirs.id }, { id: ids.domain }, { hash: 'x' }, { createdBy: ours.userId }, { role: 'owner' }, { __proto__x: 1 }]) {
      const response = await callRoute(newKey, 'POST', '/api/v1/x', { key: ours.apiKey, body: { name: 'x', scopes: ['message.read'], ...more } })
      expect([Object.keys(more)[0], response.status]).toEqual([Object.keys(more)[0], 400])
    }
  })

  it('the tenant, Today, volume and export', async () => {
    expect(await answer(tenant, Tenant)).toMatchObject({ id: ours.id, slug: ours.slug })
    await answer(today, Today)
    await answer(volumeOf, Volume)
    const csv = await callRoute(exported, 'GET', '/api/v1/messages/export?disposition=kept', { key: await asViewer() })
    expect([csv.headers.get('content-type'), await csv.text()]).toEqual([expect.stringContaining('text/csv'), expect.stringContaining(ids.message)])
    const foreign = await callRoute(exported, 'GET', '/api/v1/messages/export', { key: theirs.apiKey })
    expect(await foreign.text()).not.toContain(ids.message)
  })

  it('bulk: what cannot be done is named', async () => {
    const held = await makeDelivery(db, ours.id, { disposition: 'quarantined' })
    const foreign = await makeDelivery(db, theirs.id, { disposition: 'quarantined' })
    const body = { ids: [held, ids.message, foreign] }
    const failed = [{ id: ids.message, why: 'notQuarantined' }, { id: foreign, why: 'notFound' }]
    expect(await answer(releases, ReleasesAsked, { method: 'POST', body }, 202)).toEqual({ done: [held], failed })
    expect(await answer(undo, ReleasesUndone, { method: 'POST', body })).toEqual({ kept: [held], late: [ids.message, foreign] })
    expect(await answer(replays, ReplaysAsked, { method: 'POST', body: { ids: [held, foreign] } }, 202)).toEqual({ done: [held], failed: [{ id: foreign, why: 'notFound' }] })
    for (const handler of [releases, undo, replays]) expect((await callRoute(handler, 'POST', '/api/v1/x', { key: await asViewer(), body })).status).toBe(403)
  })

  it('rules: the overview, versions, restored and discarded', async () => {
    const rules = [{ name: 'bills', enabled: true, when: { field: 'recipient', op: 'equals', values: ['a@nowhere.example'] }, actions: [{ type: 'keep' }] }]
    await callRoute(saveDraft, 'PUT', '/api/v1/x', { key: ours.apiKey, body: { rules } })
    const overview = await answer(ruleSet, RuleSetOverview)
    expect(overview).toMatchObject({ live: null, changes: 1, diff: [{ change: 'added', name: 'bills', from: null, to: 1 }], notes: [{ rule: 'bills', key: 'foreignRecipient', note: expect.stringContaining('a@nowhere.example') }] })
    await callRoute(publish, 'POST', '/api/v1/x', { key: ours.apiKey })
    expect((await answer(versions, VersionList))['data']).toMatchObject([{ version: 1, rules: 1 }])
    await callRoute(saveDraft, 'PUT', '/api/v1/x', { key: ours.apiKey, body: { rules: [] } })
    expect(await answer(discardDraft, Draft, { method: 'DELETE' })).toMatchObject({ rules })
    const at = { params: { version: '1' } }
    expect(await (await callRoute(versionOf, 'GET', '/api/v1/x', { key: ours.apiKey, ...at })).json()).toMatchObject({ version: 1, rules })
    const restored = await callRoute(restore, 'POST', '/api/v1/x', { key: ours.apiKey, ...at })
    expect([restored.status, restored.headers.get('etag')]).toEqual([200, '"4"'])
    for (const handler of [versionOf, restore]) expect((await callRoute(handler, 'POST', '/api/v1/x', { key: theirs.apiKey, ...at })).status).toBe(404)
    expect((await callRoute(restore, 'POST', '/api/v1/x', { key: await asViewer(), ...at })).status).toBe(403)
    await answer(hits, RuleHits)
  })

  it('a zone file, and a test mail', async () => {
    const zone = await callRoute(zoneOf, 'GET', '/api/v1/x', { key: ours.apiKey, params: { id: ids.domain } })
    expect([zone.headers.get('content-type'), await zone.text()]).toEqual([expect.stringContaining('text/dns'), expect.stringContaining('pr=abc')])
    expect((await callRoute(zoneOf, 'GET', '/api/v1/x', { key: theirs.apiKey, params: { id: ids.domain } })).status).toBe(404)
    const { id } = await answer(testMail, TestMailAsked, { method: 'POST', body: {} }, 202)
    expect(await answer(oneTestMail, TestMail, { id: String(id) })).toEqual({ state: 'under way' })
    expect((await callRoute(oneTestMail, 'GET', '/api/v1/x', { key: ours.apiKey, params: { id: theirs.id } })).status).toBe(404)
  })

  it("the operator's: health, lost mail, what SES has, a plan whole and cancelled, dead jobs all together", async () => {
    await answer(health, PlatformHealth, { key: operatorKey })
    expect(await answer(lostMail, LostMail, { key: operatorKey })).toEqual({ unrouted: [], orphans: [] })
    expect(await answer(sync, Sync, { key: operatorKey })).toMatchObject({ look: null, open: { id: ids.plan, status: 'ready' } })
    expect(await answer(wholePlan, WholePlan, { key: operatorKey, id: ids.plan })).toMatchObject({ target: { rules: [] } })
    expect(await answer(cancel, Plan, { method: 'POST', key: operatorKey, id: ids.plan })).toMatchObject({ status: 'cancelled' })
    expect((await callRoute(cancel, 'POST', '/api/v1/x', { key: operatorKey, params: { id: ids.plan } })).status).toBe(409)
    expect(await answer(retryAllDead, RetriedAll, { method: 'POST', key: operatorKey })).toEqual({ retried: 0 })
  })
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
