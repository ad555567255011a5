import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callRoute as call } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { createApiKey } from '@/lib/services/api-key/create'
import { Draft, Published } from '@/lib/web/answers/rule-set'
import { GET as read, PUT as save } from './draft/route'
import { POST as publish } from './publish/route'

let db: TestDatabase
let tenant: TestTenant
const rule = (name: string) => ({
  name,
  enabled: true,
  when: { all: [{ field: 'subject', op: 'contains', values: ['invoice'] }, { field: 'verdict.spam', op: 'equals', values: ['PASS'] }] },
  actions: [{ type: 'quarantine' }, { type: 'stop' }],
})

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
})
afterAll(() => db.drop())

const path = '/api/v1/rule-set/draft'
const put = (rules: unknown[], headers: Record<string, string> = {}, key = tenant.apiKey) => call(save, 'PUT', path, { key, body: { rules }, headers })
const post = (headers: Record<string, string> = {}, key = tenant.apiKey) => call(publish, 'POST', '/api/v1/rule-set/publish', { key, headers })
const audits = async (verb: string) =>
  (await db.owner.query('SELECT "actorKind", before, after FROM audit WHERE "tenantId" = $1 AND verb = $2 ORDER BY at', [tenant.id, verb])).rows

describe('draft', () => {
  it('is empty at first, and cannot be published', async () => {
    const response = await call(read, 'GET', path, { key: tenant.apiKey })
    expect([response.headers.get('etag'), await response.json()]).toEqual(['"0"', { rules: [], revision: 0 }])
    expect((await post()).status).toBe(409)
  })

  it('is saved with If-Match, and refused where another save came between', async () => {
    const first = await put([rule('a')], { 'if-match': '"0"' })
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"'])
    const body = await first.json()
    expect(Draft.strict().safeParse(body).error).toBeUndefined()
    expect(body.rules).toEqual([rule('a')])
    for (const tag of ['"0"', 'W/"1"', '"1", "2"', 'nonsense']) expect([tag, (await put([], { 'if-match': tag })).status]).toEqual([tag, 412])
    expect((await put([rule('a'), rule('b')], { 'if-match': '*' })).status).toBe(200)
    expect((await put([rule('a')])).headers.get('etag')).toBe('"3"')
    expect(await (await call(read, 'GET', path, { key: tenant.apiKey })).json()).toEqual({ rules: [rule('a')], revision: 3 })
  })

  it('is saved once of two that come together', async () => {
    const both = await Promise.all([put([rule('x')], { 'if-match': '"3"' }), put([rule('y')], { 'if-match': '"3"' })])
    expect(both.map((r) => r.status).sort()).toEqual([200, 412])
  })

  it('stands in the audit with what was before', async () => {
    const rows = await audits('rules.saveDraft')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toMatchObject({ actorKind: 'apiKey', before: { revision: 1 }, after: { revision: 2 } })
  })

  it('is refused to a viewer', async () => {
    const { key } = await createApiKey({ ctx: tenant.as('owner'), input: { name: 'reader', role: 'viewer' } })
    expect((await put([], {}, key)).status).toBe(403)
    expect((await post({}, key)).status).toBe(403)
    expect((await call(read, 'GET', path, { key })).status).toBe(200)
  })
})

describe('publish', () => {
  it('makes versions that follow each other; an unchanged draft gives the one that stands', async () => {
    await put([rule('a')])
    const first = await (await post()).json()
    expect(Published.strict().safeParse(first).error).toBeUndefined()
    expect(first).toEqual({ version: 1, planId: null })
    expect(await (await post()).json()).toEqual({ version: 1, planId: null })
    await put([rule('b')])
    expect(await (await post()).json()).toEqual({ version: 2, planId: null })
    const { rows } = await db.owner.query('SELECT version, rules FROM rule_version WHERE "tenantId" = $1 ORDER BY version', [tenant.id])
    expect(rows).toEqual([{ version: 1, rules: [rule('a')] }, { version: 2, rules: [rule('b')] }])
    expect((await audits('rules.publish')).map((a) => [a.before?.version, a.after.version])).toEqual([[undefined, 1], [1, 2]])
  })

  it('makes one version of many that come together', async () => {
    await put([rule('c')])
    const answers = await Promise.all(Array.from({ length: 4 }, async () => (await post()).json()))
    expect(answers.map((a) => a.version)).toEqual([3, 3, 3, 3])
  })
})

describe('Idempotency-Key', () => {
  const field = (key: string) => ({ 'idempotency-key': key })

  it('gives the first answer again to the same request', async () => {
    await put([rule('d')])
    const first = await post(field('one'))
    await put([rule('e')])
    const again = await post(field('one'))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect([again.status, await again.json()]).toEqual([200, await first.json()])
    const other = await post(field('two'))
    expect((await other.json()).version).toBe(5)
  })

  it('refuses the key with another request, and keeps keys of two tenants apart', async () => {
    const other = await makeTenant(db)
    await put([rule('z')], {}, other.apiKey)
    expect(await (await post(field('one'), other.apiKey)).json()).toEqual({ version: 1, planId: null })
    const changed = await call(publish, 'POST', '/api/v1/rule-set/publish', { key: tenant.apiKey, headers: field('one'), body: { more: 1 } })
    expect([changed.status, (await changed.json()).code]).toEqual([409, 'conflict'])
  })

  it('frees the key of a request that was refused', async () => {
    const other = await makeTenant(db)
    expect((await post(field('k'), other.apiKey)).status).toBe(409)
    await put([rule('z')], {}, other.apiKey)
    expect((await post(field('k'), other.apiKey)).status).toBe(200)
  })

  it('runs once of several that come together', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(field('together'))))
    const statuses = answers.map((r) => r.status)
    expect(statuses.every((s) => s === 200 || s === 409)).toBe(true)
    expect(answers.filter((r) => r.status === 200 && !r.headers.has('idempotency-replayed'))).toHaveLength(1)
  })

  it('forgets after a day', async () => {
    await db.owner.query(`UPDATE idempotency SET "createdAt" = now() - interval '25 hours'`)
    const late = await post(field('one'))
    expect([late.status, late.headers.has('idempotency-replayed')]).toEqual([200, false])
  })

  it.each(['', 'two words', 'é', 'x'.repeat(256)])('refuses the malformed key %j', async (key) => {
    expect((await post(field(key))).status).toBe(400)
  })
})
