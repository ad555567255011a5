import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '@/lib/core/access/refusal'
import { log } from '@/lib/log'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { createUser } from './create-user'
import { loginLimits } from './login-limit'
import { revokeSession, sessionUser, startSession } from './login-session'
import { verifyLogin } from './verify-login'

let db: TestDatabase
const password = 'a long enough password'
const ctx = { actor: { kind: 'job', id: 'test' } } as const
const ip = { ip: '192.0.2.1' }
let userId: string

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  userId = (await createUser({ ctx, input: { email: ' Anna@Shop.example', name: 'Anna', password } })).id
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM rate_limit'))

const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => expect.unreachable('it should have been refused'),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  )
const logIn = (email: string, given: string, from = ip) => verifyLogin({ ctx: from, input: { email, password: given } })

describe('createUser', () => {
  it('keeps the password as argon2id with its cost, and the email in lower case', async () => {
    const { rows } = await db.owner.query('SELECT email, "passwordHash" FROM "user" WHERE id = $1', [userId])
    expect(rows[0].email).toBe('anna@shop.example')
    expect(rows[0].passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('stands in the audit without the password', async () => {
    const { rows } = await db.owner.query(`SELECT after FROM operator_audit WHERE verb = 'user.create' AND "targetId" = $1`, [userId])
    expect(rows).toEqual([{ after: { email: 'anna@shop.example', name: 'Anna', isOperator: false, locale: 'en' } }])
  })

  it('refuses an email that has an account, and a short or common password', async () => {
    expect((await refusal(createUser({ ctx, input: { email: 'ANNA@shop.example', name: 'B', password } }))).code).toBe('conflict')
    const short = await refusal(createUser({ ctx, input: { email: 'b@shop.example', name: 'B', password: 'short' } }))
    expect([short.code, short.problems.map((p) => p.path)]).toEqual(['invalid', [['password']]])
    for (const weak of ['password1234', 'nora.lindqvist99']) {
      const refused = await refusal(createUser({ ctx, input: { email: 'nora@shop.example', name: 'Nora Lindqvist', password: weak } }))
      expect([refused.code, refused.problems.map((p) => p.path)]).toEqual(['invalid', [['password']]])
    }
  })
})

describe('verifyLogin', () => {
  it('knows the user by any case of the email', async () => {
    expect(await logIn('Anna@SHOP.example', password)).toEqual({ id: userId, email: 'anna@shop.example', name: 'Anna', isOperator: false, locale: 'en' })
  })

  it('gives an unknown account, a wrong password and a disabled account one and the same answer', async () => {
    const off = await createUser({ ctx, input: { email: 'off@shop.example', name: 'Off', password } })
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE id = $1', [off.id])
    const all = await Promise.all([logIn('nobody@shop.example', password), logIn('anna@shop.example', 'wrong'), logIn('off@shop.example', password)].map(refusal))
    expect(new Set(all.map((r) => `${r.code} ${r.message}`)).size).toBe(1)
    expect(all[0]!.code).toBe('unauthenticated')
  })

  it('stops guessing at one account, also guesses that come together, and says when to try again', async () => {
    const tries = await Promise.all(Array.from({ length: loginLimits.account + 5 }, (_, n) => refusal(logIn('anna@shop.example', `guess ${n}`, { ip: `192.0.2.${n}` }))))
    expect(tries.filter((r) => r.code === 'unauthenticated')).toHaveLength(loginLimits.account)
    const late = await refusal(logIn('anna@shop.example', password))
    expect([late.code, late.message]).toEqual(['rate_limited', 'Too many tries: try again in 15 minutes.'])
    expect(late.retryAfter).toBeGreaterThan(800)
  })

  it('lets the account start afresh after a right password, and another account be', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let n = 1; n < loginLimits.account; n += 1) await refusal(logIn('anna@shop.example', 'wrong'))
      expect((await logIn('anna@shop.example', password)).id).toBe(userId)
    }
  })

  it('stops one address that goes through many accounts', async () => {
    for (let n = 0; n < loginLimits.ip; n += 20)
      await Promise.all(Array.from({ length: 20 }, (_, k) => refusal(logIn(`user${n + k}@shop.example`, 'wrong'))))
    expect((await refusal(logIn('anna@shop.example', password))).code).toBe('rate_limited')
    expect((await logIn('anna@shop.example', password, { ip: '198.51.100.1' })).id).toBe(userId)
  })

  it('tells the log of each try who, from where and how it went, and nothing that was typed', async () => {
    const [info, warn] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'warn')]
    await logIn('anna@shop.example', password)
    await refusal(logIn('anna@shop.example', 'wrong'))
    await refusal(logIn('nobody@shop.example', 'wrong'))
    for (let n = 0; n < loginLimits.account; n += 1) await refusal(logIn('anna@shop.example', 'wrong'))
    expect(info).toHaveBeenCalledWith({ event: 'log-in', factor: 'password', outcome: 'right', userId, ip: '192.0.2.1' }, expect.any(String))
    const outcomes = warn.mock.calls.map(([said]) => (said as unknown as { outcome: string }).outcome)
    expect(new Set(outcomes)).toEqual(new Set(['wrong', 'unknown account', 'too many']))
    expect(JSON.stringify([info.mock.calls, warn.mock.calls])).not.toMatch(/shop\.example|a long enough/)
    vi.restoreAllMocks()
  })

  it('keeps no address in the clear', async () => {
    await refusal(logIn('anna@shop.example', 'wrong'))
    const { rows } = await db.owner.query<{ key: string }>('SELECT key FROM rate_limit')
    expect(rows.length).toBe(2)
    expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0\.2/)
  })
})

describe('a session', () => {
  it('ends when it is revoked, over, not used for two days, or its account is disabled', async () => {
    const [a, b, c] = await Promise.all([startSession(userId), startSession(userId), startSession(userId)])
    expect((await sessionUser(a))?.id).toBe(userId)
    await revokeSession(a)
    await revokeSession(a)
    expect(await sessionUser(a)).toBeNull()
    await db.owner.query('UPDATE login_session SET "expiresAt" = now() WHERE id = $1', [b])
    expect(await sessionUser(b)).toBeNull()
    expect((await sessionUser(c))?.id).toBe(userId)
    const idle = await startSession(userId)
    await db.owner.query(`UPDATE login_session SET "lastSeenAt" = now() - interval '47 hours' WHERE id = $1`, [idle])
    expect((await sessionUser(idle))?.id).toBe(userId)
    await db.owner.query(`UPDATE login_session SET "lastSeenAt" = now() - interval '49 hours' WHERE id = $1`, [idle])
    expect(await sessionUser(idle)).toBeNull()
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE id = $1', [userId])
    expect(await sessionUser(c)).toBeNull()
    await db.owner.query('UPDATE "user" SET "disabledAt" = null WHERE id = $1', [userId])
  })
})
