import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUser } from '@/lib/services/account/create-user'
import { sessionUser } from '@/lib/services/account/login-session'
import { listIdentities, unlinkIdentity } from '@/lib/services/account/provider/link'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { IdentityProvider } from '@/lib/testing/identity-provider'
import { authCookie, authOptions, sessionSecret } from './auth'
import { startProvider, wishToLink } from './provider-log-in'
import { currentSessionId, firstStep, openSession } from './session-cookie'
import { signInWithPassword } from './sign-in'

// One browser: what Next keeps of a request's cookies.
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': '192.0.2.7', 'user-agent': 'curl/8' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string, options: { maxAge?: number }) => void (options.maxAge === 0 ? jar.delete(name) : jar.set(name, value)),
  }),
}))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'ja' }))

let db: TestDatabase
let provider: IdentityProvider
const password = 'a long enough password'
const seed = { actor: { kind: 'job', id: 'test' } } as const

beforeAll(async () => {
  provider = await IdentityProvider.open()
  vi.stubEnv('POSTROOM_KEY', 'a key for this test alone, of more than 32 characters')
  vi.stubEnv('POSTROOM_URL', 'http://localhost:3999')
  vi.stubEnv('POSTROOM_OIDC_ISSUER', provider.issuer)
  vi.stubEnv('POSTROOM_OIDC_CLIENT_ID', provider.clientId)
  vi.stubEnv('POSTROOM_OIDC_CLIENT_SECRET', provider.clientSecret)
  db = await createTestDatabase()
  db.become('web')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await provider.close()
  await db.drop()
})
beforeEach(() => {
  jar.clear()
  provider.spoil = (claims) => claims
})

const keep = (cookies: string[]) => {
  for (const cookie of cookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0/i.test(cookie) || value === '') jar.delete(name)
    else jar.set(name, decodeURIComponent(value))
  }
}
/** The browser's way to the provider and back to next-auth's callback. Gives where it is sent in the end. */
async function logIn(callbackUrl = '/', change: (back: URL) => void = () => {}): Promise<string> {
  const started = await startProvider('oidc', callbackUrl)
  keep(started.headers.getSetCookie())
  const there = new URL(started.headers.get('location')!)
  expect(there.searchParams.get('code_challenge_method')).toBe('S256')
  const back = new URL((await fetch(there, { redirect: 'manual' })).headers.get('location')!)
  change(back)
  const set: string[] = []
  let location = ''
  const response = {
    status: () => response,
    getHeader: () => set,
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') set.splice(0, set.length, ...[value].flat())
      if (name === 'Location') location = String(value)
      return response
    },
    end: () => response,
    send: () => response,
  }
  const request = { method: 'GET', query: { nextauth: ['callback', 'oidc'], ...Object.fromEntries(back.searchParams) }, cookies: Object.fromEntries(jar), headers: {} }
  await (NextAuth as unknown as (req: object, res: object, options: object) => Promise<void>)(request, response, await authOptions())
  keep(set)
  return location
}
const whoIsIn = async () => {
  const value = jar.get((await authCookie('session')).name)
  const token = value ? await decode({ token: value, secret: sessionSecret() }) : null
  return token?.sessionId ? sessionUser(token.sessionId) : null
}
const setting = (value: object) => db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('registration', $1, now()) ON CONFLICT (key) DO UPDATE SET value = $1`, [value])

describe('a log-in by an OpenID provider', () => {
  it('makes an account of a verified address, in the reader\'s language, and knows it again by its subject', async () => {
    provider.next = { sub: 'u1', email: 'Uma@people.example', email_verified: true, name: 'Uma\nBcc: x' }
    expect(await logIn('/t/acme?x=1')).toBe('/t/acme?x=1')
    const first = await whoIsIn()
    expect(first).toMatchObject({ email: 'uma@people.example', name: 'Uma Bcc: x', locale: 'ja', isOperator: false })
    jar.clear()
    provider.next = { sub: 'u1', email: 'another@people.example', email_verified: false }
    await logIn()
    expect((await whoIsIn())?.id).toBe(first!.id)
  })

  it.each([
    ['an address that is not verified', { sub: 'u2', email: 'u2@people.example', email_verified: false }],
    ['no word on it', { sub: 'u3', email: 'u3@people.example' }],
    ['no address', { sub: 'u4' }],
  ])('lets nobody in with %s', async (_what, person) => {
    provider.next = person
    expect(await logIn()).toBe('/login?done=unverified')
    expect(await whoIsIn()).toBeNull()
  })

  it('never takes an account over by its address: the owner links it once logged in', async () => {
    const { id } = await createUser({ ctx: seed, input: { email: 'vera@people.example', name: 'Vera', password } })
    provider.next = { sub: 'v1', email: 'vera@people.example', email_verified: true }
    expect(await logIn()).toBe('/login?done=linkFirst')
    expect(await whoIsIn()).toBeNull()
    await signInWithPassword({ email: 'vera@people.example', password })
    const ctx = { actor: { kind: 'user', id } as const, sessionId: (await currentSessionId())! }
    await wishToLink(ctx)
    expect(await logIn()).toBe('/account/log-in?done=linked')
    jar.clear()
    expect(await logIn()).toBe('/')
    expect((await whoIsIn())?.id).toBe(id)
    expect(await listIdentities({ ctx })).toHaveLength(1)
    await unlinkIdentity({ ctx, input: { issuer: provider.issuer } })
    jar.clear()
    expect(await logIn()).toBe('/login?done=linkFirst')
  })

  it('links nothing to a session other than the one that wished it', async () => {
    const { id } = await createUser({ ctx: seed, input: { email: 'wim@people.example', name: 'Wim', password } })
    await openSession(id, 'password')
    await wishToLink({ actor: { kind: 'user', id }, sessionId: (await currentSessionId())! })
    await openSession(id, 'password')
    provider.next = { sub: 'attacker', email: 'attacker@people.example', email_verified: true }
    await logIn()
    expect((await db.owner.query('SELECT 1 FROM linked_identity WHERE "userId" = $1', [id])).rowCount).toBe(0)
  })

  it('is asked for its second step as everybody is', async () => {
    provider.next = { sub: 'x1', email: 'xena@people.example', email_verified: true }
    await logIn()
    const { id } = (await whoIsIn())!
    await db.owner.query(`INSERT INTO passkey ("userId", "credentialId", "publicKey", counter, "backedUp", name) VALUES ($1, 'c', '\\x00', 0, false, 'k')`, [id])
    jar.clear()
    expect(await logIn('/t/acme')).toBe('/login/second?callbackUrl=%2Ft%2Facme')
    expect(await whoIsIn()).toBeNull()
    expect(await firstStep()).toMatchObject({ first: 'provider', user: { id } })
  })

  it('asks the setting of registration, and a disabled account stays out', async () => {
    await setting({ open: false })
    provider.next = { sub: 'y1', email: 'yan@people.example', email_verified: true }
    expect(await logIn()).toBe('/login?done=closed')
    await setting({ allowedDomains: ['other.example'] })
    expect(await logIn()).toBe('/login?done=domain')
    await setting({ open: true })
    await logIn()
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE email = $1', ['yan@people.example'])
    jar.clear()
    expect(await logIn()).toBe('/login?done=disabled')
  })

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'forged'), (c: object) => c],
    ['another nonce', () => {}, (c: object) => ({ ...c, nonce: 'forged' })],
    ['another audience', () => {}, (c: object) => ({ ...c, aud: 'somebody-else' })],
    ['another issuer', () => {}, (c: object) => ({ ...c, iss: 'https://evil.example' })],
    ['a token that ran out', () => {}, (c: object) => ({ ...c, exp: 1 })],
  ])('takes no answer with %s', async (_what, change, spoil) => {
    provider.next = { sub: 'z1', email: 'zoe@people.example', email_verified: true }
    provider.spoil = spoil as IdentityProvider['spoil']
    expect(await logIn('/', change)).toContain('/api/auth/error?error=OAuthCallback')
    expect(await whoIsIn()).toBeNull()
  })

  it('leads to no other site afterwards', async () => {
    provider.next = { sub: 'u1' }
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) expect(await logIn(to)).toBe('/')
  })
})
