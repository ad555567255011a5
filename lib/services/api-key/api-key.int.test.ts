import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeOperatorKey, makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { createApiKey, createOperatorKey } from './create'
import { findKey } from './find'
import { listApiKeys } from './list'
import { revokeApiKey } from './revoke'
import { keyKind } from './secret'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterAll(() => db.drop())

const newest = async (tenant: TestTenant) => (await listApiKeys({ ctx: tenant.as('owner') }))[0]!

describe('a key', () => {
  it('is told once, has the form of its kind, and is stored as a hash', async () => {
    const made = await createApiKey({ ctx: ours.as('admin'), input: { name: 'robot', role: 'member' } })
    expect(made.key).toMatch(/^pr_[A-Za-z0-9_-]{43}$/)
    expect(made.key.startsWith(made.prefix)).toBe(true)
    const listed = await newest(ours)
    expect(listed).toMatchObject({ id: made.id, name: 'robot', role: 'member', prefix: made.prefix, revokedAt: null })
    expect(JSON.stringify(listed)).not.toContain(made.key)
    const { rows } = await db.owner.query('SELECT * FROM api_key WHERE id = $1', [made.id])
    expect(JSON.stringify(rows)).not.toContain(made.key)
    expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('acts for its tenant with its role, and its use is noted', async () => {
    const { key, id } = await createApiKey({ ctx: ours.as('owner'), input: { name: 'v', role: 'viewer' } })
    expect(await findKey(key, '192.0.2.1')).toEqual({ kind: 'tenant', keyId: id, ctx: { actor: { kind: 'apiKey', id }, tenantId: ours.id, role: 'viewer', ip: '192.0.2.1' } })
    const used = (await newest(ours)).lastUsedAt!
    expect(Date.now() - used.getTime()).toBeLessThan(60_000)
    await findKey(key)
    expect((await newest(ours)).lastUsedAt).toEqual(used)
  })

  it('is nothing once it is revoked', async () => {
    const { key, id } = await createApiKey({ ctx: ours.as('owner'), input: { name: 'r', role: 'admin' } })
    await revokeApiKey({ ctx: ours.as('admin'), input: { id } })
    await revokeApiKey({ ctx: ours.as('admin'), input: { id } })
    expect(await findKey(key)).toBeNull()
    const { rows } = await db.owner.query(`SELECT verb FROM audit WHERE "targetId" = $1 ORDER BY at`, [id])
    expect(rows.map((r) => r.verb)).toEqual(['apiKey.create', 'apiKey.revoke'])
  })

  it.each(['', 'pr_', `pr_${'A'.repeat(43)}`, `pro_${'A'.repeat(43)}`, `PR_${'A'.repeat(43)}`, `pr_${'A'.repeat(44)}`])('is not %j', async (text) => {
    expect(await findKey(text)).toBeNull()
  })
})

describe('who may', () => {
  it.each(['member', 'viewer'] as const)('not a %s', async (role) => {
    await expect(createApiKey({ ctx: ours.as(role), input: { name: 'x', role: 'viewer' } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listApiKeys({ ctx: ours.as(role) })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeApiKey({ ctx: ours.as(role), input: { id: ours.id } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it("a key of another tenant is none: it stays as it is, and the answer is that of a missing one", async () => {
    const { id } = await newest(theirs)
    const foreign = await revokeApiKey({ ctx: ours.as('owner'), input: { id } }).catch((e: Error) => e.message)
    const missing = await revokeApiKey({ ctx: ours.as('owner'), input: { id: '00000000-0000-4000-8000-000000000000' } }).catch((e: Error) => e.message)
    expect(foreign).toBe(missing)
    expect((await newest(theirs)).revokedAt).toBeNull()
  })

  it('no key has the rights of an owner', async () => {
    await expect(createApiKey({ ctx: ours.as('owner'), input: { name: 'x', role: 'owner' as 'admin' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe("an operator's key", () => {
  it('is found as one', async () => {
    const key = await makeOperatorKey(db)
    expect(keyKind(key)).toBe('operator')
    expect(await findKey(key)).toMatchObject({ kind: 'operator', ctx: { actor: { kind: 'apiKey' } } })
  })

  it('is made for operators alone', async () => {
    const userId = await makeUser(db)
    await expect(createOperatorKey({ ctx: { actor: { kind: 'user', id: userId } }, input: { userId, name: 'x' } })).rejects.toMatchObject({ code: 'not_found' })
  })
})
