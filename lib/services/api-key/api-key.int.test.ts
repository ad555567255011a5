import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Permission } from '@/lib/core/access/matrix'
import { allows, authorize } from '@/lib/services/access/authorize'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeOperatorKey, makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { createApiKey, createOperatorKey } from './create'
import { findKey } from './find'
import { getApiKey } from './get'
import { listApiKeys } from './list'
import { renameApiKey } from './rename'
import { revokeApiKey } from './revoke'
import { warnEndingKeys } from './warn-ending'
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

const newest = async (tenant: TestTenant) => (await listApiKeys({ ctx: tenant.as('owner') })).data[0]!

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
    expect(await newest(ours)).toMatchObject({ lastUsedIp: '192.0.2.1', scopes: null })
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
    for (const verb of [revokeApiKey, getApiKey]) await expect(verb({ ctx: ours.as(role), input: { id: ours.id } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(renameApiKey({ ctx: ours.as(role), input: { id: ours.id, name: 'x' } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it("a key of another tenant is none: it stays as it is, and the answer is that of a missing one", async () => {
    const { id } = await newest(theirs)
    const rename = ({ ctx, input }: { ctx: TenantContext; input: { id: string } }) => renameApiKey({ ctx, input: { ...input, name: 'taken' } })
    for (const verb of [revokeApiKey, getApiKey, rename]) {
      const foreign = await verb({ ctx: ours.as('owner'), input: { id } }).catch((e: Error) => e.message)
      const missing = await verb({ ctx: ours.as('owner'), input: { id: '00000000-0000-4000-8000-000000000000' } }).catch((e: Error) => e.message)
      expect(foreign).toBe(missing)
    }
    expect(await newest(theirs)).toMatchObject({ revokedAt: null, name: 'test' })
  })

  it('no key has the rights of an owner', async () => {
    await expect(createApiKey({ ctx: ours.as('owner'), input: { name: 'x', role: 'owner' as 'admin' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('what a key may', () => {
  const holderOf = async (key: string): Promise<TenantContext> => {
    const holder = await findKey(key)
    if (holder?.kind !== 'tenant') throw new Error('no key of a tenant')
    return holder.ctx
  }

  it('is its scopes, with the weakest role that has them; what it lacks is named', async () => {
    const { key, role } = await createApiKey({ ctx: ours.as('owner'), input: { name: 's', scopes: ['message.read', 'message.release'] } })
    expect(role).toBe('member')
    const ctx = await holderOf(key)
    expect([allows(ctx, 'message.release'), allows(ctx, 'message.replay'), allows(ctx, 'domain.read')]).toEqual([true, false, false])
    expect(() => authorize(ctx, 'message.replay')).toThrow('lacks the scope message.replay')
  })

  it('is nothing of its role beyond the scopes, and nothing of the scopes beyond the role', async () => {
    const { id, key } = await createApiKey({ ctx: ours.as('owner'), input: { name: 's', role: 'viewer', scopes: ['message.read'] } })
    await db.owner.query(`UPDATE api_key SET scopes = '{message.read,apiKey.write,no.such}' WHERE id = $1`, [id])
    const ctx = await holderOf(key)
    expect([allows(ctx, 'message.read'), allows(ctx, 'apiKey.write'), allows(ctx, 'domain.read')]).toEqual([true, false, false])
  })

  it('is nothing where its scopes are gone', async () => {
    const { id, key } = await createApiKey({ ctx: ours.as('owner'), input: { name: 's', scopes: ['message.read'] } })
    await db.owner.query(`UPDATE api_key SET scopes = '{}' WHERE id = $1`, [id])
    expect(allows(await holderOf(key), 'message.read')).toBe(false)
  })

  it.each([
    [{ role: 'viewer', scopes: ['rules.write'] }, 'is not among what the role viewer may do'],
    [{ scopes: [] }, 'needs at least one scope'],
    [{ scopes: ['message.burn'] }, 'Invalid option'],
    [{}, 'needs scopes, a role, or both'],
    [{ role: 'viewer', expiresAt: '2020-01-01T00:00:00Z' }, 'must lie in the future'],
  ])('is not %j', async (asked, message) => {
    const refused = await createApiKey({ ctx: ours.as('owner'), input: { name: 'x', ...asked } as never }).catch((e: unknown) => e)
    expect(refused).toMatchObject({ code: 'invalid', problems: [{ message: expect.stringContaining(message) }] })
  })

  it('is never more than its maker may: a key gives no scope that it lacks, and no time beyond its own', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    const scopes: Permission[] = ['apiKey.write', 'message.read', 'domain.read', 'rules.read', 'tenant.read', 'member.read']
    const { key } = await createApiKey({ ctx: ours.as('admin'), input: { name: 'maker', scopes, expiresAt: soon } })
    const maker = await holderOf(key)
    const make = (input: object) => createApiKey({ ctx: maker, input: { name: 'child', expiresAt: soon, ...input } as never })
    await expect(make({ scopes: ['message.read', 'message.release'] })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('message.release') })
    await expect(make({ role: 'admin' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(make({ scopes: ['message.read'], expiresAt: undefined })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['expiresAt'] }] })
    await expect(make({ scopes: ['message.read'], expiresAt: new Date(Date.now() + 7_200_000).toISOString() })).rejects.toMatchObject({ code: 'invalid' })
    expect(await make({ scopes: ['message.read'] })).toMatchObject({ scopes: ['message.read'], role: 'viewer' })
    // A whole role becomes the scopes that it has today.
    expect((await make({ role: 'viewer' })).scopes).toContain('message.read')
  })
})

it('renames a key, and the audit shows both names; the list goes page by page', async () => {
  const { id } = await createApiKey({ ctx: theirs.as('owner'), input: { name: 'before', role: 'viewer' } })
  expect(await renameApiKey({ ctx: theirs.as('admin'), input: { id, name: ' after ' } })).toMatchObject({ id, name: 'after' })
  const { rows } = await db.owner.query(`SELECT before, after FROM audit WHERE verb = 'apiKey.rename'`)
  expect(rows).toEqual([{ before: { name: 'before' }, after: { name: 'after' } }])
  const first = await listApiKeys({ ctx: theirs.as('admin'), input: { limit: 1 } })
  const second = await listApiKeys({ ctx: theirs.as('admin'), input: { limit: 1, cursor: first.nextCursor! } })
  expect([...first.data, ...second.data].map((k) => k.name)).toEqual(['after', 'test'])
  expect(second.nextCursor).toBeNull()
})

it('tells the admins once of a key that ends within a week, and of no other', async () => {
  const day = 86_400_000
  const make = (name: string, days: number) => createApiKey({ ctx: theirs.as('owner'), input: { name, role: 'viewer', expiresAt: new Date(Date.now() + days * day).toISOString() } })
  await make('ends soon', 6)
  await make('ends later', 30)
  await revokeApiKey({ ctx: theirs.as('owner'), input: { id: (await make('revoked', 2)).id } })
  // Keys of the tests before, which end soon too.
  await db.owner.query('UPDATE api_key SET "warnedAt" = now() WHERE "tenantId" <> $1', [theirs.id])
  db.become('worker')
  const told = [await warnEndingKeys(), await warnEndingKeys(), await warnEndingKeys(new Date(Date.now() + 25 * day))]
  db.become('web')
  expect(told).toEqual([1, 0, 1])
  const { rows } = await db.owner.query(`SELECT count(*)::int AS n FROM product_mail WHERE kind = 'apiKeyEnding'`)
  expect(rows[0].n).toBe(2)
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
