import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { actions } from '@/lib/core/access/actions'
import { pages, type PageAccess } from '@/lib/core/access/pages'
import { may, mayImpersonating, mayWhileStopped, operatorMay, roles, type Role } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { createApiKey } from '@/lib/services/api-key/create'
import { startSession } from '@/lib/services/account/login-session'
import { invite } from '@/lib/services/invitation/invite'
import { listAttempts } from '@/lib/services/webhook/attempt'
import { createWebhook } from '@/lib/services/webhook/create'
import { testWebhook } from '@/lib/services/webhook/send-test'
import { sendTestMail } from '@/lib/services/tenant/test-mail'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { callRoute } from '@/lib/testing/call-route'
import { makeDelivery, makeOperatorKey, makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import type { Operation } from '@/lib/web/operation'
import { routes, type Handler } from '@/lib/web/route'

// Each page, each server action and each operation of the REST API, as each kind of caller, against the matrix. The callers are rows in the
// database and go through the product's own way from session or key to context; only Next's request is made up.

/** Who is logged in, as next-auth would say. */
let account: object | null = null
/** The log-in that the cookie names. */
let sessionId: string | undefined
/** What the gate was asked, in order. */
let asked: { permission: string; allowed: boolean }[] = []

class Signal extends Error {}
vi.mock('next-auth', () => ({ getServerSession: async () => (account ? { account } : null) }))
vi.mock('@/lib/web/session-cookie', async (original) => ({ ...(await original<object>()), currentSessionId: async () => sessionId }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, getAll: () => [], has: () => false, set: () => undefined, delete: () => undefined }),
}))
// A newcomer's hundred requests a second are fewer than this asks.
vi.mock('@/lib/web/key-limit', () => ({ countRequest: async () => ({}) }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined, refresh: () => undefined }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Signal(`redirect ${to}`)
  },
  notFound: () => {
    throw new Signal('not found')
  },
  forbidden: () => {
    throw new Signal('forbidden')
  },
}))
vi.mock('next-intl/server', () => {
  const t = Object.assign((key: string) => key, { has: () => true, rich: (key: string) => key, markup: (key: string) => key, raw: (key: string) => key })
  return { getTranslations: async () => t, getLocale: async () => 'en', getTimeZone: async () => 'UTC', getFormatter: async () => ({}), getMessages: async () => ({}), getRequestConfig: (x: unknown) => x }
})
vi.mock('@/lib/services/access/authorize', async (original) => {
  const real = await original<typeof import('@/lib/services/access/authorize')>()
  const noted = <C,>(gate: (ctx: C, permission: never, act?: boolean) => void) => (ctx: C, permission: string, act?: boolean) => {
    try {
      gate(ctx, permission as never, act)
      asked.push({ permission, allowed: true })
    } catch (error) {
      asked.push({ permission, allowed: false })
      throw error
    }
  }
  return { ...real, authorize: noted(real.authorize), authorizeOperator: noted(real.authorizeOperator) }
})

type Action = (...given: unknown[]) => Promise<unknown>
const modules = import.meta.glob<Record<string, Action>>(['./**/*.ts', '!./**/*.test.ts'])
const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts'], { query: '?raw', import: 'default' })

let db: TestDatabase
let ours: TestTenant
let stopped: TestTenant
let people: Record<string, { user: object | null; tenant: string; sessionId?: string }>
let looking: { operatorId: string; sessionId: string }
const nobody = '01900000-0000-7000-8000-000000000000'
let domainId: string

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'k'.repeat(40)
  db = await createTestDatabase()
  db.become('web')
  const [tenant, theirs] = [await makeTenant(db), await makeTenant(db)]
  ours = tenant
  const member = async (role: Role) => {
    const id = await makeUser(db)
    await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3)', [tenant.id, id, role])
    return { id, email: `${role}@people.example`, name: role, isOperator: false, locale: 'en' }
  }
  const user = (id: string, isOperator = false) => ({ id, email: 'x@people.example', name: 'x', isOperator, locale: 'en' })
  people = {
    stranger: { user: null, tenant: tenant.slug },
    ...Object.fromEntries(await Promise.all(roles.map(async (role) => [role, { user: await member(role), tenant: tenant.slug }] as const))),
    foreigner: { user: user(theirs.userId), tenant: tenant.slug },
    operator: { user: user(await makeUser(db, { operator: true }), true), tenant: tenant.slug },
  }
  // An operator who looks into our tenant, there and where he does not look.
  const operatorId = await makeUser(db, { operator: true })
  looking = { operatorId, sessionId: await startSession(operatorId) }
  people['looking'] = { user: user(operatorId, true), tenant: tenant.slug, sessionId: looking.sessionId }
  people['lookingElsewhere'] = { user: user(operatorId, true), tenant: theirs.slug, sessionId: looking.sessionId }
  // Of a tenant that an operator has stopped, and that its owner reads alone.
  stopped = await makeTenant(db)
  people['suspended'] = { user: user(stopped.userId), tenant: stopped.slug }
  await db.owner.query(`UPDATE tenant SET "suspendedAt" = now(), "suspendReason" = 'x' WHERE id = $1`, [stopped.id])
  const { rows } = await db.owner.query<{ id: string }>(`INSERT INTO domain ("tenantId", name, token) VALUES ($1, 'shop.example', 'x') RETURNING id`, [tenant.id])
  domainId = rows[0]!.id
  await db.owner.query(`INSERT INTO domain ("tenantId", id, name, token) VALUES ($1, $2, 'shop.example', 'y')`, [stopped.id, domainId])
})
afterAll(() => db.drop())
beforeEach(() => {
  asked = []
})

/** Fields that lead an action to its gate, where it looks at them first. */
const fields: Record<string, Record<string, string>> = {
  '(console)/t/[tenant]/rules/actions#edit': { do: 'save', name: 'a rule' },
  '(console)/t/[tenant]/rules/actions#changeRules': { do: 'delete:none' },
  '(console)/t/[tenant]/rules/test/actions#runTest': { do: 'message', message: nobody },
  '(console)/t/[tenant]/domains/actions#remove': { confirm: 'shop.example' },
  '(console)/t/[tenant]/messages/actions#bulk': { do: 'release', ids: nobody },
}

/** What each parameter is given, by its name in the source. */
function argumentsOf(name: string, source: string, slug: string): unknown[] {
  const own = name.slice(name.indexOf('#') + 1)
  const list = new RegExp(`function ${own}\\(([^)]*)\\)`).exec(source)?.[1] ?? ''
  const form = new FormData()
  for (const [key, value] of Object.entries(fields[name] ?? {})) form.append(key, value)
  const given = (parameter: string): unknown => {
    switch (parameter) {
      case 'slug':
        return slug
      case 'id':
        return name.includes('/domains/') ? domainId : nobody
      case 'ids':
        return [nobody]
      case 'form':
      case 'data':
        return form
      case 'version':
      case 'at':
        return 1
      case 'rule':
        return { name: 'x', enabled: true, when: { all: [] }, actions: [{ type: 'keep' }] }
      case 'text':
      case 'name':
      case 'here':
        return ''
      default:
        return { n: 0 }
    }
  }
  return list.split(',').map((p) => p.trim().split(/[:?]/)[0]!).filter(Boolean).map(given)
}

/** How far a caller came: to the log-in, to a 404, to a refusal, or past the gate. */
async function outcome(call: () => Promise<unknown>): Promise<string> {
  let broken: unknown
  const said = await call().then(
    () => '',
    (error: unknown) => {
      if (error instanceof Signal || error instanceof Refusal) return error.message
      broken = error
      return ''
    },
  )
  if (said.startsWith('redirect /login')) return 'login'
  if (said === 'forbidden' || asked.some((a) => !a.allowed)) return 'forbidden'
  if (asked.some((a) => a.allowed)) return 'passed'
  if (broken) return `broken before the gate: ${String(broken)}`
  return said === 'not found' ? 'missing' : 'passed'
}

/** What the matrix says of a caller in front of something that needs a permission of a tenant or of the operator. */
function expected(who: string, permission: string, operators: boolean, act: boolean): 'login' | 'missing' | 'forbidden' | 'passed' {
  if (who === 'stranger') return 'login'
  if (operators) return ['operator', 'looking', 'lookingElsewhere'].includes(who) && operatorMay(permission) ? 'passed' : 'missing'
  if (who === 'looking') return !act && may('admin', permission) && mayImpersonating(permission) ? 'passed' : 'forbidden'
  if (who === 'suspended') return may('owner', permission) && mayWhileStopped(permission) ? 'passed' : 'forbidden'
  if (who === 'foreigner' || who === 'operator' || who === 'lookingElsewhere') return 'missing'
  return may(who, permission) ? 'passed' : 'forbidden'
}

/** What ended in a test before is begun again. */
async function look(): Promise<void> {
  await db.owner.query('DELETE FROM impersonation')
  await db.owner.query(`INSERT INTO impersonation ("tenantId", "operatorId", "sessionId", reason, "expiresAt") VALUES ($1, $2, $3, 'a test looks', now() + interval '30 minutes')`, [ours.id, looking.operatorId, looking.sessionId])
}

/** Each kind of caller in turn; gives what was seen and what the matrix wants. */
async function asEach(access: PageAccess, operators: boolean, call: (slug: string) => Promise<unknown>, act = false): Promise<{ seen: Record<string, string>; wanted: Record<string, string> }> {
  const seen: Record<string, string> = {}
  const wanted: Record<string, string> = {}
  // Who left in a test before is back.
  for (const role of roles)
    await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [ours.id, (people[role]!.user as { id: string }).id, role])
  for (const [who, { user, tenant, sessionId: own }] of Object.entries(people)) {
    account = user
    sessionId = own
    if (own) await look()
    asked = []
    wanted[who] = access === 'user' ? (who === 'stranger' ? 'login' : 'passed') : expected(who, access, operators, act)
    seen[who] = await outcome(() => call(tenant))
  }
  return { seen, wanted }
}

describe('pages and their routes', () => {
  const files = import.meta.glob<{ default?: (props: object) => Promise<unknown>; GET?: (request: Request, context: object) => Promise<Response> }>(['./**/page.tsx', './**/route.ts', '!./api/**'])
  for (const [file, load] of Object.entries(files)) {
    const path = `/${file.split('/').slice(1, -1).filter((part) => !part.startsWith('(')).join('/')}`
    const access = pages[path] ?? 'nobody'
    if (access === 'open' || access === 'token') continue
    it(`${path}: ${access}`, async () => {
      const page = await load()
      const { seen, wanted } = await asEach(access as PageAccess, path.startsWith('/operator') || path === '/specimen', (slug) => {
        const params = Promise.resolve({ tenant: slug, id: path.includes('/domains/') ? domainId : nobody, version: '1', part: '0', operation: 'getMessages' })
        if (page.default) return page.default({ params, searchParams: Promise.resolve({}) })
        return page.GET!(new Request(`http://localhost${path}`), { params })
      })
      expect(seen).toEqual(wanted)
    })
  }
})

describe('server actions', async () => {
  const named: { name: string; source: string; run: Action }[] = []
  for (const [file, read] of Object.entries(sources)) {
    const source = await read()
    if (!/^'use server'/m.test(source)) continue
    const exported = await modules[file]!()
    for (const [name, run] of Object.entries(exported)) if (typeof run === 'function') named.push({ name: `${file.slice(2, -3)}#${name}`, source, run })
  }

  it('are all registered, and none that there is not', () => {
    expect(named.map((a) => a.name).sort()).toEqual(Object.keys(actions).sort())
  })

  for (const { name, source, run } of named) {
    const access = actions[name]
    if (!access || access === 'open' || access === 'token') continue
    it(`${name}: ${access}`, async () => {
      const { seen, wanted } = await asEach(access, name.startsWith('(operator)'), (slug) => run(...argumentsOf(name, source, slug)), !name.endsWith('/find#find'))
      expect(seen).toEqual(wanted)
    })
  }
})

describe('operations of the REST API', async () => {
  const handlers = import.meta.glob<Record<string, Handler>>('./api/v1/**/route.ts')
  const loaded = new Map<string, Record<string, Handler>>()
  for (const [file, load] of Object.entries(handlers)) loaded.set(file, await load())
  const named = [...routes].flatMap(([path, operations]) => (Object.entries(operations) as [string, Operation][]).map(([method, op]) => ({ path, method, op })))
  const handlerOf = (path: string, method: string) => loaded.get(`./api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`)?.[method]

  let keys: Record<string, string | undefined>
  let rows: Record<string, string>
  const bodies: Record<string, object> = { 'PUT /domains/{id}/mail-from': { domain: 'bounce.shop.example' }, 'PATCH /api-keys/{id}': { name: 'new' }, 'PATCH /members/{userId}': { role: 'viewer' } }
  const realQuery = pg.Client.prototype.query
  beforeAll(async () => {
    const makeHook = async () => {
      const hook = await createWebhook({ ctx: ours.as('owner'), input: { url: 'https://hooks.example/', eventTypes: ['domain.lost'] } })
      await testWebhook({ ctx: ours.as('owner'), input: { id: hook.id } })
      const [attempt] = (await listAttempts({ ctx: ours.as('owner'), input: { id: hook.id } })).data
      return { webhooks: hook.id, attempts: attempt!.id }
    }
    const keyOf = async (role: 'admin' | 'member' | 'viewer') => (await createApiKey({ ctx: ours.as('owner'), input: { name: role, role } })).key
    // An admin's key that is for one thing alone.
    const scoped = (await createApiKey({ ctx: ours.as('owner'), input: { name: 'scoped', role: 'admin', scopes: ['domain.read'] } })).key
    const { id: invitation } = await invite({ ctx: ours.as('owner'), input: { email: 'guest@people.example', role: 'viewer' } })
    const { rows: made } = await db.owner.query<{ id: string }>(`INSERT INTO tenant_export ("tenantId", state, "actorKind", "actorId") VALUES ($1, 'failed', 'job', 'x') RETURNING id`, [ours.id])
    rows = { exports: made[0]!.id, 'test-mail': await sendTestMail({ ctx: ours.as('owner'), input: { slug: ours.slug, locale: 'en' } }), members: ours.userId, invitations: invitation, domains: domainId, messages: await makeDelivery(db, ours.id), 'api-keys': (await createApiKey({ ctx: ours.as('owner'), input: { name: 'row', role: 'viewer' } })).id, ...(await makeHook()) }
    keys = { none: undefined, garbage: `pr_${'x'.repeat(43)}`, viewer: await keyOf('viewer'), member: await keyOf('member'), admin: await keyOf('admin'), scoped, foreigner: (await makeTenant(db)).apiKey, suspended: stopped.apiKey, operator: await makeOperatorKey(db) }
  })

  it('are all of the files that there are', () => {
    expect(named.filter(({ path, method }) => !handlerOf(path, method))).toEqual([])
    expect([...loaded.keys()].filter((file) => !file.includes('[[') && !named.some(({ path }) => `./api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts` === file))).toEqual([])
  })

  const wantedOf = (who: string, op: Operation): 401 | 403 | 'passed' => {
    if (op.auth === 'none') return 'passed'
    if (who === 'none' || who === 'garbage') return 401
    if (op.auth === 'operator') return who === 'operator' && operatorMay(op.permission!) ? 'passed' : 403
    if (who === 'operator') return 403
    if (who === 'scoped') return op.permission === 'domain.read' ? 'passed' : 403
    if (who === 'suspended') return may('admin', op.permission!) && mayWhileStopped(op.permission!) ? 'passed' : 403
    return may(who === 'foreigner' ? 'admin' : who, op.permission!) ? 'passed' : 403
  }

  /** A row of our tenant for each kind of path, which a foreigner asks for. */
  const rowOf = (path: string): string => {
    const noun = path.slice(1, path.indexOf('/{')).split('/').at(-1)!
    const id = rows[noun]
    if (!id) throw new Error(`No row of ours is known for ${path}: add one to rows.`)
    return id
  }

  for (const { path, method } of named.filter((o) => o.op.auth === 'tenant' && o.path.includes('{id}'))) {
    it(`${method} ${path}: a foreign id is as a missing one, by the same statements`, async () => {
      const body = bodies[`${method} ${path}`] ?? {}
      const asks = async (id: string) => {
        const statements: string[] = []
        const query = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
          const [asked] = given as [string | { text: string }]
          statements.push(typeof asked === 'string' ? asked : asked.text)
          return (realQuery as (...all: unknown[]) => unknown).apply(this, given)
        } as never)
        const params = Object.fromEntries([...path.matchAll(/{(\w+)}/g)].map(([, name]) => [name!, id]))
        const response = await callRoute(handlerOf(path, method)!, method, `/api/v1${path.replaceAll(/{\w+}/g, id)}`, { key: keys['foreigner']!, params, ...(method === 'GET' ? {} : { body }) })
        query.mockRestore()
        return { status: response.status, body: (await response.text()).replaceAll(id, 'ID'), statements }
      }
      await asks(nobody)
      const [missing, foreign] = [await asks(nobody), await asks(rowOf(path))]
      expect(foreign).toEqual(missing)
      expect([path, missing.status]).toEqual([path, 404])
    })
  }

  for (const { path, method, op } of named) {
    it(`${method} ${path}: ${op.permission ?? op.auth}`, async () => {
      const call = (key: string | undefined, id: string) => {
        const params = Object.fromEntries([...path.matchAll(/{(\w+)}/g)].map(([, name]) => [name!, id]))
        return callRoute(handlerOf(path, method)!, method, `/api/v1${path.replaceAll(/{\w+}/g, id)}`, { params, ...(key ? { key } : {}), ...(op.body || method !== 'GET' ? { body: {} } : {}) })
      }
      const seen: Record<string, unknown> = {}
      const wanted: Record<string, unknown> = {}
      for (const [who, key] of Object.entries(keys)) {
        const { status } = await call(key, nobody)
        wanted[who] = wantedOf(who, op)
        seen[who] = status === 401 || status === 403 ? status : 'passed'
      }
      expect(seen).toEqual(wanted)
    })
  }
})
