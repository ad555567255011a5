import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { config } from '@/lib/config'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { unseal } from '@/lib/core/account/seal'
import { createTenant } from '@/lib/services/tenant/create'
import { tenantsOfUser } from '@/lib/services/tenant/of-user'
import { maintain } from '@/lib/pipeline/maintain'
import { SoftAuthenticator } from '@/lib/testing/authenticator'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { cancelAddress, confirmAddress, findAddressChange, requestAddress } from './change-address'
import { changePassword } from './change-password'
import { createUser } from './create-user'
import { deleteAccount, tenantsThatNeedOwner } from './delete-account'
import { loginLimits } from './login-limit'
import { sessionUser, startSession } from './login-session'
import { askPasskey, provePasskey, verifyPasskey } from './passkey/authenticate'
import { listPasskeys, removePasskey } from './passkey/own'
import { addPasskey, beginPasskey } from './passkey/register'
import { readAccount, updateProfile } from './profile'
import { isProved, provePassword } from './proof'
import { findReset, requestReset, resetFloorMs, resetPassword } from './reset'
import { readFactors } from './second/factors'
import { renewRecoveryCodes } from './second/recovery'
import { beginTotp, confirmTotp, readNewTotp, removeTotp } from './second/totp'
import { verifySecond } from './second/verify'
import { endOtherSessions, endSession, listSessions } from './sessions'
import { verifyLogin } from './verify-login'

let db: TestDatabase
const password = 'a long enough password'
const seed = { actor: { kind: 'job', id: 'test' } } as const

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'a key for tests that is long enough'
  process.env['POSTROOM_URL'] = 'https://post.example'
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM rate_limit'))

interface Person {
  ctx: UserContext
  email: string
  id: string
}
/** Somebody with an account who has just logged in. */
async function person(name = 'Nora', locale = 'en'): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@people.example`
  const { id } = await createUser({ ctx: seed, input: { email, name, password, locale } })
  return { id, email, ctx: { actor: { kind: 'user', id }, sessionId: await startSession(id) } }
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? [error.code, error.problems[0]?.code].filter(Boolean).join(' ') : Promise.reject(error)))
const mails = async (to: string) => {
  const { rows } = await db.owner.query<{ id: string; kind: string; content: Buffer }>('SELECT id, kind, content FROM product_mail WHERE recipient = $1 ORDER BY "createdAt"', [to])
  return rows.map(({ id, kind, content }) => ({ kind, ...(JSON.parse(unseal(config().deriveKey('product mail'), id, content)!) as { locale: string; subject: string; paragraphs: string[]; link?: { url: string } }) }))
}
const tokenOf = (mail: { link?: { url: string } } | undefined) => new URL(mail!.link!.url).searchParams.get('token')!
const verbs = async (userId: string) => (await db.owner.query<{ verb: string }>(`SELECT verb FROM operator_audit WHERE "actorId" = $1 ORDER BY at`, [userId])).rows.map((r) => r.verb)
const stale = (ctx: UserContext) => db.owner.query(`UPDATE login_session SET "provedAt" = now() - interval '11 minutes' WHERE id = $1`, [ctx.sessionId])
const logIn = (email: string, given: string) => code(verifyLogin({ ctx: {}, input: { email, password: given } }))

describe('a reset of the password', () => {
  it('sets it by a link that works once, ends every log-in and every other link, and says so by mail', async () => {
    const { ctx, email, id } = await person()
    await requestAddress({ ctx, input: { email: 'elsewhere@people.example' } })
    await requestReset({ ctx: {}, input: { email } })
    await requestReset({ ctx: {}, input: { email } })
    const [first, second] = (await mails(email)).filter((m) => m.kind === 'reset').map(tokenOf)
    expect((await db.owner.query('SELECT 1 FROM password_reset WHERE "tokenHash" = $1', [first])).rowCount).toBe(0)
    expect(await findReset(first!)).toEqual({ email })
    expect(await code(resetPassword({ ctx: {}, input: { token: first, password: 'short' } }))).toBe('invalid')
    const both = await Promise.all([1, 2].map(() => code(resetPassword({ ctx: {}, input: { token: first, password: 'another long password' } }))))
    expect(both.sort()).toEqual(['done', 'not_found'])
    expect(await code(resetPassword({ ctx: {}, input: { token: second, password: 'a third long password' } }))).toBe('not_found')
    expect(await sessionUser(ctx.sessionId!)).toBeNull()
    expect((await readAccount({ ctx })).change).toBeUndefined()
    expect([await logIn(email, password), await logIn(email, 'another long password')]).toEqual(['unauthenticated', 'done'])
    expect((await mails(email)).at(-1)).toMatchObject({ kind: 'passwordChanged', locale: 'en' })
    expect(await verbs(id)).toContain('user.resetPassword')
  })

  it('tells nobody whether an address has an account: same answer, no mail, and neither is faster', async () => {
    const { email, id } = await person()
    const timed = async (to: string) => {
      const before = performance.now()
      expect(await requestReset({ ctx: {}, input: { email: to } })).toBeUndefined()
      return performance.now() - before
    }
    for (const ms of [await timed(email), await timed('nobody-here@people.example')]) expect(ms).toBeGreaterThan(resetFloorMs - 5)
    expect(await mails('nobody-here@people.example')).toEqual([])
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE id = $1', [id])
    await requestReset({ ctx: {}, input: { email } })
    expect(await mails(email)).toHaveLength(1)
    const [mail] = await mails(email)
    expect(await code(resetPassword({ ctx: {}, input: { token: tokenOf(mail), password: 'another long password' } }))).toBe('not_found')
  })

  it('takes no link after an hour, and mails no address without end', async () => {
    const { email } = await person()
    for (let i = 0; i < 5; i++) await requestReset({ ctx: {}, input: { email } })
    expect(await code(requestReset({ ctx: {}, input: { email } }))).toBe('rate_limited')
    await db.owner.query(`UPDATE password_reset SET "expiresAt" = now() WHERE "userId" = (SELECT id FROM "user" WHERE email = $1)`, [email])
    expect(await findReset(tokenOf((await mails(email))[0]))).toBeUndefined()
  })

  it('is no way around the second step: the app still asks', async () => {
    const { ctx, email, id } = await person()
    await withApp(ctx)
    await requestReset({ ctx: {}, input: { email } })
    const reset = (await mails(email)).find((m) => m.kind === 'reset')
    await resetPassword({ ctx: {}, input: { token: tokenOf(reset), password: 'another long password' } })
    expect(await readFactors(id)).toMatchObject({ app: true })
  })
})

describe('the own account', () => {
  it('changes the password by the present one alone, and ends the other log-ins', async () => {
    const { ctx, email, id } = await person()
    const other = await startSession(id)
    expect(await code(changePassword({ ctx, input: { current: 'wrong', password: 'another long password' } }))).toBe('unauthenticated')
    await changePassword({ ctx, input: { current: password, password: 'another long password' } })
    expect([await sessionUser(other), (await sessionUser(ctx.sessionId!))?.id]).toEqual([null, id])
    expect(await logIn(email, 'another long password')).toBe('done')
    expect((await mails(email)).map((m) => m.kind)).toEqual(['passwordChanged'])
    for (let n = 0; n < loginLimits.account; n++) await code(changePassword({ ctx, input: { current: 'wrong', password: 'another long password' } }))
    expect(await code(changePassword({ ctx, input: { current: 'another long password', password } }))).toBe('rate_limited')
  })

  it('changes name and language, and no other field of it', async () => {
    const { ctx, id } = await person()
    await updateProfile({ ctx, input: { name: ' Nora N. ', locale: 'ja' } })
    expect(await readAccount({ ctx })).toMatchObject({ name: 'Nora N.', locale: 'ja', hasPassword: true })
    for (const input of [{ name: 'x', locale: 'ja', isOperator: true }, { name: 'a\r\nBcc: b@c.example', locale: 'ja' }, { name: 'x', locale: 'en\n' }, { name: 'x', locale: 'xx' }]) expect(await code(updateProfile({ ctx, input }))).toBe('invalid')
    const { rows } = await db.owner.query(`SELECT before, after FROM operator_audit WHERE verb = 'user.update' AND "actorId" = $1`, [id])
    expect(rows).toEqual([{ before: { name: 'Nora', locale: 'en' }, after: { name: 'Nora N.', locale: 'ja' } }])
  })

  it('shows its log-ins, ends one or all others, and never another user\'s', async () => {
    const { ctx, id } = await person()
    const stranger = await person()
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'
    const second = await startSession(id, 'passkey', { ip: '192.0.2.7', userAgent: agent })
    await startSession(id, 'password+totp')
    const listed = await listSessions({ ctx })
    expect(listed).toHaveLength(3)
    expect(listed[0]).toMatchObject({ id: ctx.sessionId, current: true })
    expect(listed.find((s) => s.id === second)).toMatchObject({ current: false, ip: '192.0.2.7', agent: { browser: 'Firefox', system: 'Linux' }, method: 'passkey' })
    expect(await code(endSession({ ctx, input: { id: stranger.ctx.sessionId } }))).toBe('not_found')
    expect(await code(endSession({ ctx, input: { id: randomUUID() } }))).toBe('not_found')
    expect((await sessionUser(stranger.ctx.sessionId!))?.id).toBe(stranger.id)
    await endSession({ ctx, input: { id: second } })
    expect(await sessionUser(second)).toBeNull()
    expect(await endOtherSessions({ ctx })).toBe(1)
    expect((await listSessions({ ctx })).map((s) => s.id)).toEqual([ctx.sessionId])
    expect(await verbs(id)).toEqual(['session.revoke', 'session.revokeOthers'])
  })

  it('a log-in that takes the place of another ends it: a session that somebody planted is worth nothing', async () => {
    const { id, ctx } = await person()
    const next = await startSession(id, 'password', {}, ctx.sessionId)
    expect(next).not.toBe(ctx.sessionId)
    expect(await sessionUser(ctx.sessionId!)).toBeNull()
  })

  it('asks for a proof again after ten minutes, before any sensitive change', async () => {
    const { ctx } = await person()
    await stale(ctx)
    const changes = [requestAddress({ ctx, input: { email: 'x@people.example' } }), beginTotp({ ctx }), readNewTotp({ ctx }), removeTotp({ ctx }), beginPasskey({ ctx }), removePasskey({ ctx, input: { id: randomUUID() } }), renewRecoveryCodes({ ctx }), deleteAccount({ ctx, input: { confirm: 'x' } })]
    expect(await Promise.all(changes.map(code))).toEqual(changes.map(() => 'precondition_failed proof'))
    expect(await isProved(ctx)).toBe(false)
    expect(await code(provePassword({ ctx, input: { password: 'wrong' } }))).toBe('unauthenticated')
    await provePassword({ ctx, input: { password } })
    expect(await isProved(ctx)).toBe(true)
    expect(await isProved({ actor: ctx.actor })).toBe(false)
  })
})

describe('a change of address', () => {
  const next = () => `${randomUUID().slice(0, 8)}@new.example`

  it('takes effect when both addresses have said yes, in either order, and tells the old one', async () => {
    for (const order of [['new', 'old'], ['old', 'new']]) {
      const { ctx, email, id } = await person()
      const to = next()
      await requestAddress({ ctx, input: { email: to } })
      const tokens: Record<string, string> = { new: tokenOf((await mails(to))[0]), old: tokenOf((await mails(email))[0]) }
      expect(await findAddressChange(tokens['old']!)).toEqual({ from: email, to, side: 'old' })
      expect(await confirmAddress({ ctx: {}, input: { token: tokens[order[0]!] } })).toEqual({ done: false })
      expect(await confirmAddress({ ctx: {}, input: { token: tokens[order[0]!] } })).toEqual({ done: false })
      expect((await readAccount({ ctx })).email).toBe(email)
      expect(await confirmAddress({ ctx: {}, input: { token: tokens[order[1]!] } })).toEqual({ done: true })
      expect((await readAccount({ ctx })).email).toBe(to)
      expect((await mails(email)).map((m) => m.kind)).toEqual(['addressOld', 'addressChanged'])
      expect(await code(confirmAddress({ ctx: {}, input: { token: tokens['new'] } }))).toBe('not_found')
      expect(await verbs(id)).toEqual(['user.requestAddress', 'user.changeAddress'])
    }
  })

  it('does not tell that an address has an account: its owner is told, and no link exists that would take it', async () => {
    const { ctx, email } = await person()
    const known = await person('Otto', 'ja')
    await requestAddress({ ctx, input: { email: known.email } })
    expect(await mails(known.email)).toMatchObject([{ kind: 'known', locale: 'ja' }])
    expect((await mails(known.email))[0]).not.toHaveProperty('link')
    await confirmAddress({ ctx: {}, input: { token: tokenOf((await mails(email))[0]) } })
    expect((await readAccount({ ctx })).email).toBe(email)
  })

  it('is void when taken back, late, replaced, or when the address was taken meanwhile', async () => {
    const { ctx, email } = await person()
    const [a, b] = [next(), next()]
    await requestAddress({ ctx, input: { email: a } })
    const first = tokenOf((await mails(a))[0])
    await requestAddress({ ctx, input: { email: b } })
    expect(await findAddressChange(first)).toBeUndefined()
    const [toNew, toOld] = [tokenOf((await mails(b))[0]), tokenOf((await mails(email)).at(-1))]
    await confirmAddress({ ctx: {}, input: { token: toOld } })
    await createUser({ ctx: seed, input: { email: b, name: 'Quick', password } })
    expect(await code(confirmAddress({ ctx: {}, input: { token: toNew } }))).toBe('not_found')
    await cancelAddress({ ctx })
    expect(await findAddressChange(toOld)).toBeUndefined()
    await requestAddress({ ctx, input: { email: a } })
    await db.owner.query(`UPDATE address_change SET "expiresAt" = now() WHERE "userId" = $1`, [ctx.actor.id])
    expect(await code(confirmAddress({ ctx: {}, input: { token: tokenOf((await mails(a)).at(-1)) } }))).toBe('not_found')
    expect(await code(requestAddress({ ctx, input: { email } }))).toBe('invalid same')
  })
})

const codeAt = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
/** Sets up an app; gives its secret and the recovery codes. */
async function withApp(ctx: UserContext): Promise<{ secret: string; codes: string[] }> {
  await beginTotp({ ctx })
  const { secret } = (await readNewTotp({ ctx }))!
  const { codes } = await confirmTotp({ ctx, input: { code: codeAt(secret, -1) } })
  return { secret, codes: codes! }
}

describe('the second step', () => {
  it('by an app: sealed, asked for once it is confirmed, no code twice', async () => {
    const { ctx, id, email } = await person()
    await beginTotp({ ctx })
    expect(await readFactors(id)).toEqual({ app: false, passkeys: 0, recovery: 0 })
    const { secret, uri } = (await readNewTotp({ ctx }))!
    expect(uri).toContain(secret)
    const { rows } = await db.owner.query<{ secret: Buffer }>('SELECT secret FROM totp WHERE "userId" = $1', [id])
    expect(rows[0]!.secret.includes(secret)).toBe(false)
    expect(await code(confirmTotp({ ctx, input: { code: '12345' } }))).toBe('invalid')
    const wrong = String((Number(codeAt(secret)) + 1) % 1_000_000).padStart(6, '0')
    expect(await code(confirmTotp({ ctx, input: { code: wrong } }))).toBe('unauthenticated')
    const { codes } = await confirmTotp({ ctx, input: { code: codeAt(secret, -1) } })
    expect(codes).toHaveLength(10)
    expect(await readFactors(id)).toEqual({ app: true, passkeys: 0, recovery: 10 })
    expect(await readNewTotp({ ctx })).toBeUndefined()
    expect(await code(beginTotp({ ctx }))).toBe('conflict')
    const now = codeAt(secret)
    const both = await Promise.all([1, 2].map(() => code(verifySecond({ ctx: {}, userId: id, input: { code: now } }))))
    expect(both.sort()).toEqual(['done', 'unauthenticated'])
    expect(await code(verifySecond({ ctx: {}, userId: id, input: { code: codeAt(secret, -1) } }))).toBe('unauthenticated')
    await removeTotp({ ctx })
    expect(await readFactors(id)).toEqual({ app: false, passkeys: 0, recovery: 0 })
    expect((await mails(email)).map((m) => m.kind)).toEqual(['twoStepChanged', 'twoStepChanged'])
    expect(await verbs(id)).toEqual(['user.addTotp', 'user.removeTotp'])
  })

  it('by a recovery code: hashed, once, also for two at once; new ones void the old', async () => {
    const { ctx, id, email } = await person()
    const { codes } = await withApp(ctx)
    const { rows } = await db.owner.query<{ hash: string }>('SELECT hash FROM recovery_code WHERE "userId" = $1', [id])
    expect(rows.map((r) => r.hash).filter((hash) => codes.includes(hash) || !/^[0-9a-f]{64}$/.test(hash))).toEqual([])
    const both = await Promise.all([1, 2].map(() => code(verifySecond({ ctx: {}, userId: id, input: { code: ` ${codes[0]!.toUpperCase()} ` } }))))
    expect(both.sort()).toEqual(['done', 'unauthenticated'])
    expect((await readFactors(id)).recovery).toBe(9)
    expect((await mails(email)).at(-1)!.paragraphs.join(' ')).toContain('9 are left')
    const renewed = await renewRecoveryCodes({ ctx })
    expect(await code(verifySecond({ ctx: {}, userId: id, input: { code: codes[1] } }))).toBe('unauthenticated')
    expect(await verifySecond({ ctx: {}, userId: id, input: { code: renewed[1] } })).toBe('recovery')
    const other = await person()
    expect(await code(renewRecoveryCodes({ ctx: other.ctx }))).toBe('precondition_failed')
    expect(await code(verifySecond({ ctx: {}, userId: other.id, input: { code: renewed[2] } }))).toBe('unauthenticated')
  })

  it('guessing codes: stops at the account from many addresses, counted before the code is looked at', async () => {
    const { ctx, id } = await person()
    const { codes } = await withApp(ctx)
    const tries = await Promise.all(Array.from({ length: loginLimits.second + 5 }, (_, n) => code(verifySecond({ ctx: { ip: `192.0.2.${n}` }, userId: id, input: { code: String(100_000 + n) } }))))
    expect(tries.filter((t) => t === 'unauthenticated')).toHaveLength(loginLimits.second)
    expect(await code(verifySecond({ ctx: {}, userId: id, input: { code: codes[0] } }))).toBe('rate_limited')
  })
})

describe('a passkey', () => {
  const device = () => new SoftAuthenticator('https://post.example')
  async function withPasskey(owner: Person, key = device()): Promise<{ key: SoftAuthenticator; codes?: string[] }> {
    const options = await beginPasskey({ ctx: owner.ctx })
    return { key, ...(await addPasskey({ ctx: owner.ctx, input: { name: 'My phone', answer: key.create(options) } })) }
  }

  it('is registered once, listed, used as a whole log-in without a name, and removed', async () => {
    const owner = await person()
    const { key, codes } = await withPasskey(owner)
    expect(codes).toHaveLength(10)
    const options = await beginPasskey({ ctx: owner.ctx })
    expect(options.excludeCredentials).toHaveLength(1)
    expect(await code(addPasskey({ ctx: owner.ctx, input: { name: 'Again', answer: key.create(options) } }))).toBe('conflict')
    const ask = await askPasskey({ ctx: {}, purpose: 'login' })
    expect(ask).toMatchObject({ userVerification: 'required', allowCredentials: [] })
    const answer = key.get(ask)
    expect(await verifyPasskey({ ctx: {}, purpose: 'login', input: answer })).toMatchObject({ id: owner.id })
    // The same answer once more: its challenge is gone.
    expect(await code(verifyPasskey({ ctx: {}, purpose: 'login', input: answer }))).toBe('unauthenticated')
    const [listed] = await listPasskeys({ ctx: owner.ctx })
    expect(listed).toMatchObject({ name: 'My phone', lastUsedAt: expect.any(Date) })
    const stranger = await person()
    expect(await code(removePasskey({ ctx: stranger.ctx, input: { id: listed!.id } }))).toBe('not_found')
    await removePasskey({ ctx: owner.ctx, input: { id: listed!.id } })
    expect(await code(verifyPasskey({ ctx: {}, purpose: 'login', input: key.get(await askPasskey({ ctx: {}, purpose: 'login' })) }))).toBe('unauthenticated')
    expect(await readFactors(owner.id)).toEqual({ app: false, passkeys: 0, recovery: 0 })
    expect(await verbs(owner.id)).toEqual(['user.addPasskey', 'user.removePasskey'])
  })

  it('is refused from another origin, another host, without its user verified, for another purpose, another user, a disabled account, or late', async () => {
    const owner = await person()
    const { key } = await withPasskey(owner)
    const login = (answer: object) => code(verifyPasskey({ ctx: {}, purpose: 'login', input: answer }))
    const challenge = () => askPasskey({ ctx: {}, purpose: 'login' })
    const swapped = (other: SoftAuthenticator, ask: { challenge: string }) => ({ ...other.get(ask), id: key.id.toString('base64url'), rawId: key.id.toString('base64url') })
    expect(await login(swapped(device(), await challenge()))).toBe('unauthenticated')
    expect(await login(swapped(new SoftAuthenticator('https://evil.example'), await challenge()))).toBe('unauthenticated')
    expect(await login(key.get(await challenge(), { verified: false }))).toBe('unauthenticated')
    expect(await login(key.get(await askPasskey({ ctx: {}, purpose: 'second', userId: owner.id })))).toBe('unauthenticated')
    expect(await login(key.get({ challenge: 'AAAA' }))).toBe('unauthenticated')
    const stranger = await person()
    const forStranger = await askPasskey({ ctx: {}, purpose: 'second', userId: stranger.id })
    expect(await code(verifyPasskey({ ctx: {}, purpose: 'second', userId: stranger.id, input: key.get(forStranger) }))).toBe('unauthenticated')
    const late = await challenge()
    await db.owner.query('UPDATE passkey_challenge SET "expiresAt" = now()')
    expect(await login(key.get(late))).toBe('unauthenticated')
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE id = $1', [owner.id])
    expect(await login(key.get(await challenge()))).toBe('unauthenticated')
  })

  it('is a second step, and a proof again', async () => {
    const owner = await person()
    const { key } = await withPasskey(owner)
    const second = await askPasskey({ ctx: {}, purpose: 'second', userId: owner.id })
    expect(second.allowCredentials).toHaveLength(1)
    expect(await verifyPasskey({ ctx: {}, purpose: 'second', userId: owner.id, input: key.get(second, { verified: false }) })).toMatchObject({ id: owner.id })
    await stale(owner.ctx)
    await provePasskey({ ctx: owner.ctx, input: key.get(await askPasskey({ ctx: {}, purpose: 'prove', userId: owner.id })) })
    expect(await isProved(owner.ctx)).toBe(true)
  })
})

describe('deleting the account', () => {
  const tenantOf = (owner: Person, name: string) => createTenant({ ctx: seed, input: { slug: `d${randomUUID().slice(0, 8)}`, name, ownerId: owner.id } })

  it('is refused to the last owner of a tenant, with its name, and to the last operator', async () => {
    const owner = await person()
    const tenant = await tenantOf(owner, 'Shop & Sons')
    const refused = await deleteAccount({ ctx: owner.ctx, input: { confirm: owner.email } }).catch((error: Refusal) => error)
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining('Shop & Sons') })
    expect((await tenantsThatNeedOwner(owner.id)).map((t) => t.name)).toEqual(['Shop & Sons'])
    expect((await tenantsOfUser(owner.id)).map((t) => t.id)).toEqual([tenant.id])
    await db.owner.query('UPDATE "user" SET "isOperator" = true WHERE id = $1', [owner.id])
    expect(await code(deleteAccount({ ctx: owner.ctx, input: { confirm: owner.email } }))).toBe('conflict operator')
  })

  it('leaves the tenants, forgets who it was and how to log in, and keeps the audit', async () => {
    const owner = await person()
    const heir = await person()
    const tenant = await tenantOf(owner, 'Two owners')
    await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'owner')`, [tenant.id, heir.id])
    await withApp(owner.ctx)
    expect(await code(deleteAccount({ ctx: owner.ctx, input: { confirm: heir.email } }))).toBe('invalid')
    await deleteAccount({ ctx: owner.ctx, input: { confirm: owner.email.toUpperCase() } })
    expect(await tenantsOfUser(owner.id)).toEqual([])
    expect(await sessionUser(owner.ctx.sessionId!)).toBeNull()
    expect(await logIn(owner.email, password)).toBe('unauthenticated')
    const { rows } = await db.owner.query(`SELECT u.email, u.name, u."passwordHash", (SELECT count(*)::int FROM totp t WHERE t."userId" = u.id) AS totp FROM "user" u WHERE id = $1`, [owner.id])
    expect(rows[0]).toEqual({ email: `${owner.id}@deleted.invalid`, name: '–', passwordHash: null, totp: 0 })
    const audit = await db.owner.query(`SELECT verb, before FROM audit WHERE "tenantId" = $1 AND verb = 'member.leave'`, [tenant.id])
    expect(audit.rows).toEqual([{ verb: 'member.leave', before: { role: 'owner' } }])
    expect((await mails(owner.email)).at(-1)).toMatchObject({ kind: 'accountDeleted' })
    // The other one is the last owner now.
    expect(await code(deleteAccount({ ctx: heir.ctx, input: { confirm: heir.email } }))).toBe('conflict owner')
  })

  it('two owners who leave at once: one of them stays', async () => {
    const [a, b] = [await person(), await person()]
    const tenant = await tenantOf(a, 'Both leave')
    await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'owner')`, [tenant.id, b.id])
    const both = await Promise.all([a, b].map(({ ctx, email }) => code(deleteAccount({ ctx, input: { confirm: email } }))))
    expect(both.sort()).toEqual(['conflict owner', 'done'])
  })
})

it('whoever is made the only owner while the account is being deleted stays, and the tenant has its owner', async () => {
  const [from, heir] = [await person(), await person('Heir')]
  const { id: tenantId } = await createTenant({ ctx: seed, input: { slug: `r${randomUUID().slice(0, 8)}`, name: 'Race', ownerId: from.id } })
  await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'admin')`, [tenantId, heir.id])
  const transfer = await db.owner.connect()
  try {
    await transfer.query('BEGIN')
    await transfer.query(`UPDATE membership SET role = CASE WHEN "userId" = $2 THEN 'owner' ELSE 'admin' END WHERE "tenantId" = $1`, [tenantId, heir.id])
    const deleted = code(deleteAccount({ ctx: heir.ctx, input: { confirm: heir.email } }))
    // It has read that the heir is an admin, and waits for the row that the transfer holds.
    await vi.waitUntil(async () => (await db.owner.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rowCount, { timeout: 10_000, interval: 20 })
    await transfer.query('COMMIT')
    expect(await deleted).toBe('conflict owner')
  } finally {
    transfer.release()
  }
  expect((await db.owner.query(`SELECT "userId" FROM membership WHERE "tenantId" = $1 AND role = 'owner'`, [tenantId])).rows).toEqual([{ userId: heir.id }])
})

it('upkeep deletes what ran out a day ago, and nothing that still holds', async () => {
  const { ctx, id, email } = await person()
  await requestReset({ ctx: {}, input: { email } })
  await requestAddress({ ctx, input: { email: 'late@new.example' } })
  await askPasskey({ ctx: {}, purpose: 'second', userId: id })
  const count = async () => (await db.owner.query<{ n: number }>(`SELECT ((SELECT count(*) FROM login_session WHERE "userId" = $1) + (SELECT count(*) FROM password_reset WHERE "userId" = $1) + (SELECT count(*) FROM address_change WHERE "userId" = $1) + (SELECT count(*) FROM passkey_challenge WHERE "userId" = $1))::int AS n`, [id])).rows[0]!.n
  db.become('worker')
  try {
    await maintain()
    expect(await count()).toBe(4)
    for (const table of ['login_session', 'password_reset', 'address_change', 'passkey_challenge']) await db.owner.query(`UPDATE ${table} SET "expiresAt" = now() - interval '25 hours' WHERE "userId" = $1`, [id])
    await maintain()
    expect(await count()).toBe(0)
  } finally {
    db.become('web')
  }
})
