import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { createApiKey } from '@/lib/services/api-key/create'
import { callRoute as call } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeOperatorKey, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { requestsPerSecond } from '@/lib/web/key-limit'
import type { Handler } from '@/lib/web/route'

/** A quick machine asks more in a second than a key may: only the test of that limit has it. */
let limited = false
vi.mock('@/lib/web/key-limit', async (original) => {
  const real = await original<typeof import('@/lib/web/key-limit')>()
  return { ...real, countRequest: (holder: KeyHolder) => (limited ? real.countRequest(holder) : Promise.resolve({})) }
})

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Route = Record<(typeof methods)[number], Handler>

const base = import.meta.dirname
const files = (readdirSync(base, { recursive: true }) as string[]).filter((f) => path.basename(f) === 'route.ts').sort()
const id = '00000000-0000-4000-8000-000000000000'
const urlOf = (file: string) => `/api/v1/${path.dirname(file).replaceAll(/\[\w+\]/g, id).replace('[[...rest]]', 'nowhere')}`

// A body is read before what the path names is looked for.
const rightBody: Record<string, unknown> = { 'domains/[id]/mail-from/route.ts': { domain: 'bounce.shop.example' }, 'api-keys/[id]/route.ts': { name: 'robot' }, 'webhooks/[id]/route.ts': { description: 'x' }, 'webhooks/[id]/redeliver/route.ts': {}, 'members/[userId]/route.ts': { role: 'viewer' }, 'operator/tenants/[id]/limits/route.ts': {}, 'operator/tenants/[id]/suspend/route.ts': { reason: 'Spam was sent' }, 'operator/tenants/[id]/delete/route.ts': { confirm: 'nobody' } }

let db: TestDatabase
let tenant: TestTenant
let operatorKey: string
const routes = new Map<string, Route>()

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
  operatorKey = await makeOperatorKey(db)
  for (const file of files) routes.set(file, (await import(path.join(base, file))) as Route)
})
afterAll(() => db.drop())

const wrongKeys: Record<string, Record<string, string>> = {
  'no key': {},
  'an unknown key': { authorization: `Bearer pr_${'A'.repeat(43)}` },
  'an unknown operator key': { authorization: `Bearer pro_${'A'.repeat(43)}` },
  'another form': { authorization: 'Bearer hello' },
  'another scheme': { authorization: 'Basic cHI6cHI=' },
}

describe('the key comes first', () => {
  it('finds the route files', () => expect(files.length).toBeGreaterThan(10))

  it.each(files)('401 for every method without a right key: %s', async (file) => {
    for (const method of methods) {
      if (file.startsWith('openapi.json') && (method === 'GET' || method === 'HEAD')) continue
      for (const [what, headers] of Object.entries(wrongKeys)) {
        // A wrong media type, a body that is no JSON, a query that is wrong, and an id that is none: all come after the key.
        const body = method === 'POST' || method === 'PUT' ? '{' : undefined
        const bad = body === undefined ? headers : { ...headers, 'content-type': 'text/plain' }
        const response = await call(routes.get(file)![method], method, `${urlOf(file)}?limit=0&limit=x`, { headers: bad, params: { id: 'x' }, body })
        expect([file, method, what, response.status]).toEqual([file, method, what, 401])
        expect(response.headers.get('www-authenticate')).toBe('Bearer')
        expect(response.headers.get('content-type')).toBe('application/problem+json')
        if (method !== 'HEAD') expect(await response.json()).toMatchObject({ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unauthenticated' })
      }
    }
  })

  it('takes a revoked and an outlived key for a wrong one', async () => {
    const other = await makeTenant(db)
    const get = routes.get('messages/route.ts')!.GET
    expect((await call(get, 'GET', '/api/v1/messages', { key: other.apiKey })).status).toBe(200)
    await db.owner.query('UPDATE api_key SET "expiresAt" = now() - interval \'1 second\' WHERE "tenantId" = $1', [other.id])
    expect((await call(get, 'GET', '/api/v1/messages', { key: other.apiKey })).status).toBe(401)
    await db.owner.query('UPDATE api_key SET "expiresAt" = null, "revokedAt" = now() WHERE "tenantId" = $1', [other.id])
    expect((await call(get, 'GET', '/api/v1/messages', { key: other.apiKey })).status).toBe(401)
  })

  it('takes no key of an operator who is none any more', async () => {
    const key = await makeOperatorKey(db)
    const get = routes.get('operator/plans/route.ts')!.GET
    expect((await call(get, 'GET', '/api/v1/operator/plans', { key })).status).toBe(200)
    const hashed = `SELECT "userId" FROM operator_key ORDER BY "createdAt" DESC LIMIT 1`
    await db.owner.query(`UPDATE "user" SET "isOperator" = false WHERE id = (${hashed})`)
    expect((await call(get, 'GET', '/api/v1/operator/plans', { key })).status).toBe(401)
  })
})

describe('after the key', () => {
  // What one key may ask in a second is less than all of these ask together.
  beforeEach(async () => {
    tenant.apiKey = (await createApiKey({ ctx: tenant.as('owner'), input: { name: 'next', role: 'admin' } })).key
  })

  it.each(files.filter((f) => !f.startsWith('[[')))('405 with Allow for a method that the path does not take: %s', async (file) => {
    const key = file.startsWith('operator') ? operatorKey : tenant.apiKey
    const options = await call(routes.get(file)!.OPTIONS, 'OPTIONS', urlOf(file), { key })
    const allow = options.headers.get('allow')!
    expect([options.status, allow]).toEqual([204, expect.stringContaining('OPTIONS')])
    const others = methods.filter((m) => !allow.split(', ').includes(m))
    expect(others).not.toEqual([])
    for (const method of others) {
      const response = await call(routes.get(file)![method], method, urlOf(file), { key })
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow])
    }
  })

  it('404 for a path that is none', async () => {
    const response = await call(routes.get('[[...rest]]/route.ts')!.GET, 'GET', '/api/v1/nowhere', { key: tenant.apiKey })
    expect([response.status, (await response.json()).code]).toEqual([404, 'not_found'])
  })

  it.each(files.filter((f) => !f.startsWith('[[') && !f.startsWith('openapi')))('403 for the other kind of key: %s', async (file) => {
    const key = file.startsWith('operator') ? tenant.apiKey : operatorKey
    const allow = (await call(routes.get(file)!.OPTIONS, 'OPTIONS', urlOf(file), { key })).headers.get('allow')!.split(', ')
    for (const method of methods.filter((m) => allow.includes(m) && m !== 'OPTIONS')) {
      const response = await call(routes.get(file)![method], method, urlOf(file), { key, params: { id } })
      expect([method, response.status]).toEqual([method, 403])
    }
  })

  it.each(files.filter((f) => /\[\w+\]\//.test(f)))('404 for an id that is none, and for one that is not there: %s', async (file) => {
    const key = file.startsWith('operator') ? operatorKey : tenant.apiKey
    const allow = (await call(routes.get(file)!.OPTIONS, 'OPTIONS', urlOf(file), { key })).headers.get('allow')!.split(', ')
    for (const method of methods.filter((m) => allow.includes(m) && m !== 'OPTIONS'))
      for (const given of ['x', id]) {
        const response = await call(routes.get(file)![method], method, urlOf(file), { key, params: { [/\[(\w+)\]\//.exec(file)![1]!]: given }, body: method === 'PUT' || method === 'PATCH' || method === 'POST' ? rightBody[file] : undefined })
        expect([method, given, response.status]).toEqual([method, given, 404])
      }
  })

  it('429 with the time to wait, after more requests than a second allows', async () => {
    const { apiKey } = await makeTenant(db)
    const { OPTIONS } = routes.get('messages/route.ts')!
    limited = true
    // All of them in one second, however slow the machine.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] })
    const answers = await Promise.all(Array.from({ length: requestsPerSecond + 50 }, () => call(OPTIONS, 'OPTIONS', '/api/v1/messages', { key: apiKey })))
    vi.useRealTimers()
    limited = false
    const refused = answers.filter((r) => r.status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answers.filter((r) => r.status === 204).length).toBeGreaterThanOrEqual(requestsPerSecond)
  })

  it('415, 413 and 400 name what is wrong', async () => {
    const { PUT } = routes.get('rule-set/draft/route.ts')!
    const put = (body: string, headers: Record<string, string> = {}) => call(PUT, 'PUT', '/api/v1/rule-set/draft', { key: tenant.apiKey, body, headers })
    expect((await put('{}', { 'content-type': 'text/xml' })).status).toBe(415)
    expect((await put(`{"rules":[${' '.repeat(1024 * 1024)}]}`)).status).toBe(413)
    const malformed = await put('{"rules":')
    expect([malformed.status, (await malformed.json()).detail]).toEqual([400, expect.stringContaining('not JSON')])
    const wrong = await put(JSON.stringify({ rules: [{ name: '', actions: [] }] }))
    expect(wrong.status).toBe(400)
    expect((await wrong.json()).errors).toEqual([
      { path: 'rules.0.name', message: 'needs a name' },
      { path: 'rules.0.actions', message: 'needs at least one action' },
    ])
  })

  it('says nothing of what broke inside, and where to find it', async () => {
    const { GET } = routes.get('messages/route.ts')!
    await db.owner.query('ALTER TABLE delivery RENAME TO delivery_away')
    const response = await call(GET, 'GET', '/api/v1/messages', { key: tenant.apiKey })
    await db.owner.query('ALTER TABLE delivery_away RENAME TO delivery')
    const problem = await response.json()
    expect(problem).toMatchObject({ status: 500, code: 'internal', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(JSON.stringify(problem)).not.toContain('delivery')
  })
})
