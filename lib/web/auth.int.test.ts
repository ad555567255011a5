import { decode } from 'next-auth/jwt'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createUser } from '@/lib/services/account/create-user'
import { hashPassword } from '@/lib/services/account/password'
import { beginTotp, confirmTotp, readNewTotp } from '@/lib/services/account/second/totp'
import { revokeSession, startSession } from '@/lib/services/account/login-session'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { authCookie, authOptions, sessionSecret } from './auth'
import { signInWithCode, signInWithPassword, signOutCurrent } from './sign-in'

// Next's own store of a request's cookies and header, as far as sign-in.ts uses it.
const jar = new Map<string, { value: string; options: Record<string, unknown> }>()
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.7' }),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => void jar.set(name, { value, options }),
  }),
}))

let db: TestDatabase
const password = 'a long enough password'
const email = 'anna@shop.example'
const ctx = { actor: { kind: 'job', id: 'test' } } as const

beforeAll(async () => {
  vi.stubEnv('POSTROOM_KEY', 'a key for this test alone, of more than 32 characters')
  vi.stubEnv('POSTROOM_URL', 'https://post.example/')
  db = await createTestDatabase()
  db.become('web')
  await createUser({ ctx, input: { email, name: 'Anna', password } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await db.drop()
})

const sessionOf = async (value: string) => {
  const { callbacks } = await authOptions()
  const token = await decode({ token: value, secret: sessionSecret() })
  return callbacks!.session!({ session: { expires: '', account: null }, token: token! } as never)
}

it('names cookies for the installation, and binds them to host and https where the console has https', async () => {
  const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM installation')
  const cookie = await authCookie('session')
  expect(cookie).toEqual({ name: `__Host-postroom-${rows[0]!.id}-session`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true } })
})

describe('signing in', () => {
  it('sets the cookie that next-auth reads, and gives a path of ours alone', async () => {
    expect(await signInWithPassword({ email, password, callbackUrl: '/t/acme/messages?q=a' })).toEqual({ ok: true, callbackUrl: '/t/acme/messages?q=a' })
    expect(await signInWithPassword({ email, password, callbackUrl: 'https://evil.example/' })).toEqual({ ok: true, callbackUrl: '/' })
    const { name } = await authCookie('session')
    const { value, options } = jar.get(name)!
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' })
    expect(await sessionOf(value)).toMatchObject({ account: { email } })
  })

  it('says no without a cookie', async () => {
    jar.clear()
    expect(await signInWithPassword({ email, password: 'wrong' })).toEqual({ ok: false, code: 'unauthenticated', message: 'Email or password is not right.' })
    expect(await signInWithPassword({ email: 'no address', password })).toMatchObject({ ok: false, code: 'invalid' })
    expect(jar.size).toBe(0)
  })

  it('says when to try again after too many tries', async () => {
    for (let n = 0; n < 10; n += 1) await signInWithPassword({ email: 'guess@shop.example', password: 'wrong' })
    expect(await signInWithPassword({ email: 'guess@shop.example', password: 'wrong' })).toMatchObject({ ok: false, code: 'rate_limited', retryAfter: expect.any(Number) })
  })
})

describe('the second step', () => {
  const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
  let secret = ''
  let owner = ''
  beforeAll(async () => {
    owner = (await createUser({ ctx, input: { email: 'second@shop.example', name: 'Second', password } })).id
    const own = { actor: { kind: 'user', id: owner } as const, sessionId: await startSession(owner) }
    await beginTotp({ ctx: own })
    secret = (await readNewTotp({ ctx: own }))!.secret
    await confirmTotp({ ctx: own, input: { code: codeOf(secret, -1) } })
  })

  it('comes between password and session: no session before, and the code makes it', async () => {
    jar.clear()
    const [session, second] = [await authCookie('session'), await authCookie('second')]
    expect(await signInWithPassword({ email: 'second@shop.example', password, callbackUrl: '/t/acme' })).toEqual({ ok: true, callbackUrl: '/login/second?callbackUrl=%2Ft%2Facme' })
    expect([jar.has(session.name), jar.has(second.name)]).toEqual([false, true])
    // The one cookie is not the other.
    expect(await decode({ token: jar.get(second.name)!.value, secret: sessionSecret() }).catch(() => null)).toBeNull()
    expect(await signInWithCode({ code: '000000' })).toMatchObject({ ok: false, code: 'unauthenticated' })
    expect(await signInWithCode({ code: codeOf(secret), callbackUrl: '//evil.example' })).toEqual({ ok: true, callbackUrl: '/' })
    expect(await sessionOf(jar.get(session.name)!.value)).toMatchObject({ account: { id: owner } })
    expect(jar.get(second.name)!.value).toBe('')
  })

  it('is not reached without a first one, nor by one from before a change of the password', async () => {
    jar.clear()
    expect(await signInWithCode({ code: codeOf(secret, 1) })).toMatchObject({ ok: false, code: 'not_found' })
    await signInWithPassword({ email: 'second@shop.example', password })
    await db.owner.query(`UPDATE "user" SET "passwordHash" = $2 WHERE id = $1`, [owner, await hashPassword('another password that is long')])
    expect(await signInWithCode({ code: codeOf(secret, 1) })).toMatchObject({ ok: false, code: 'not_found' })
    await db.owner.query(`UPDATE "user" SET "passwordHash" = $2 WHERE id = $1`, [owner, await hashPassword(password)])
  })

  it('is not gone round by next-auth\'s own route', async () => {
    const { providers } = await authOptions()
    const { authorize } = (providers.find((p) => p.id === 'credentials') as unknown as { options: { authorize: (given: object, request: object) => Promise<unknown> } }).options
    await expect(authorize({ email: 'second@shop.example', password }, { headers: {} })).rejects.toThrow('forbidden')
    expect(await authorize({ email, password }, { headers: {} })).toMatchObject({ sessionId: expect.any(String) })
  })
})

it('session fixation: a log-in never goes on with the session that the browser brought', async () => {
  jar.clear()
  const { name } = await authCookie('session')
  await signInWithPassword({ email, password })
  const planted = jar.get(name)!.value
  await signInWithPassword({ email, password })
  expect(jar.get(name)!.value).not.toBe(planted)
  expect(await sessionOf(planted)).toMatchObject({ account: null })
})

it("session fixation: next-auth's own route ends what the browser brought too", async () => {
  await signInWithPassword({ email, password })
  const planted = jar.get((await authCookie('session')).name)!.value
  const { providers } = await authOptions()
  const { authorize } = (providers.find((p) => p.id === 'credentials') as unknown as { options: { authorize: (given: object, request: object) => Promise<unknown> } }).options
  await authorize({ email, password }, { headers: {} })
  expect(await sessionOf(planted)).toMatchObject({ account: null })
})

describe('signing out', () => {
  it('takes the cookie away and makes a copy of it worthless', async () => {
    await signInWithPassword({ email, password })
    const { name } = await authCookie('session')
    const copy = jar.get(name)!.value
    await signOutCurrent()
    expect(jar.get(name)).toMatchObject({ value: '', options: { maxAge: 0 } })
    expect(await sessionOf(copy)).toMatchObject({ account: null })
  })

  it('takes a cookie that does not decode for none', async () => {
    const { name } = await authCookie('session')
    jar.set(name, { value: 'nonsense', options: {} })
    await signOutCurrent()
    expect(jar.get(name)!.value).toBe('')
  })
})

it('a revoked row ends a session whose cookie is still right', async () => {
  await signInWithPassword({ email, password })
  const { name } = await authCookie('session')
  const token = await decode({ token: jar.get(name)!.value, secret: sessionSecret() })
  expect(await sessionOf(jar.get(name)!.value)).toMatchObject({ account: { email } })
  await revokeSession(token!.sessionId!)
  expect(await sessionOf(jar.get(name)!.value)).toMatchObject({ account: null })
})

it.each([
  ['https://post.example/t/acme', 'https://post.example/t/acme'],
  ['/t/acme', 'https://post.example/t/acme'],
  ['https://post.example.evil.example/', 'https://post.example/'],
  ['https://post.example@evil.example/', 'https://post.example/'],
  ['https://evil.example/', 'https://post.example/'],
  ['//evil.example/', 'https://post.example/'],
])('next-auth leads from %s to %s', async (url, to) => {
  const { callbacks } = await authOptions()
  expect(await callbacks!.redirect!({ url, baseUrl: 'https://post.example' })).toBe(to)
})
