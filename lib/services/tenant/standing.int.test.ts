import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { findKey } from '@/lib/services/api-key/find'
import { saveDraft } from '@/lib/services/rule-set/save-draft'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { deleteTenant, deleteTenantByOperator } from './delete'
import { readTenantFacts } from './facts'
import { tenantsOfUser } from './of-user'
import { suspendTenant } from './suspend'
import { undeleteTenant, undeleteTenantByOperator } from './undelete'

let db: TestDatabase
let ours: TestTenant
let operator: { actor: { kind: 'user'; id: string }; ip: string }
const reason = 'Complaints are above the line'

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'a key for tests that is long enough'
  db = await createTestDatabase()
  db.become('web')
  operator = { actor: { kind: 'user', id: await makeUser(db, { operator: true }) }, ip: '192.0.2.1' }
})
afterAll(() => db.drop())
beforeEach(async () => {
  await db.owner.query('DELETE FROM product_mail; DELETE FROM pgboss.job')
  ours = await makeTenant(db)
})

const keyOf = async () => (await findKey(ours.apiKey))!.ctx as ReturnType<TestTenant['as']>
const audit = async () => (await db.owner.query('SELECT verb, "actorKind", ip FROM audit WHERE "tenantId" = $1 AND verb LIKE \'tenant.%ete\' ORDER BY at', [ours.id])).rows
const mails = async () => (await db.owner.query('SELECT kind FROM product_mail ORDER BY "createdAt"')).rows.map((r) => r.kind)
const jobs = async () => (await db.owner.query(`SELECT name, data FROM pgboss.job WHERE name = 'resume'`)).rows

it('of a suspended tenant tells people and keys since when and why, and lets a key read alone', async () => {
  await suspendTenant({ ctx: operator, input: { id: ours.id, reason } })
  const [membership] = await tenantsOfUser(ours.userId)
  expect(membership).toMatchObject({ slug: ours.slug, suspended: { by: 'operator', since: expect.any(Date), reason } })
  const key = await keyOf()
  expect(key.suspended).toMatchObject({ by: 'operator', reason })
  await expect(saveDraft({ ctx: key, input: { rules: [] } })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/suspended since 20.*until an operator resumes it/) })
  // What the role may not anyway is said so.
  await expect(deleteTenant({ ctx: key, input: { confirm: ours.slug } })).rejects.toMatchObject({ message: expect.stringMatching(/lacks the scope/) })
  expect(await mails()).toEqual(['tenantSuspended'])
})

it('an owner deletes by the name typed, with a grace, and takes it back', async () => {
  const ctx = ours.as('owner')
  await expect(deleteTenant({ ctx, input: { confirm: 'another' } })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['confirm'] }] })
  for (const role of ['admin', 'member', 'viewer'] as const) await expect(deleteTenant({ ctx: ours.as(role), input: { confirm: ours.slug } })).rejects.toMatchObject({ code: 'forbidden' })
  const { askedAt, dueAt } = await deleteTenant({ ctx, input: { confirm: ours.slug } })
  expect(Date.parse(dueAt) - Date.parse(askedAt)).toBe(14 * 86_400_000)
  await expect(deleteTenant({ ctx, input: { confirm: ours.slug } })).rejects.toMatchObject({ code: 'conflict' })
  expect((await keyOf()).suspended).toMatchObject({ by: 'deletion', deletionDueAt: new Date(dueAt) })
  await undeleteTenant({ ctx: { ...ctx, suspended: (await keyOf()).suspended! } })
  expect((await keyOf()).suspended).toBeUndefined()
  await expect(undeleteTenant({ ctx })).rejects.toMatchObject({ code: 'conflict' })
  expect(await audit()).toEqual(['tenant.delete', 'tenant.undelete'].map((verb) => ({ verb, actorKind: 'user', ip: null })))
  expect(await jobs()).toEqual([{ name: 'resume', data: { tenantId: ours.id } }])
  expect(await mails()).toEqual(['tenantDeletion', 'tenantDeletion'])
})

it("an operator's deletion is an operator's to take back, in the grace that the setting gives, and a suspension outlives it", async () => {
  await db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('deletion', '{"graceDays":3}', now())`)
  await suspendTenant({ ctx: operator, input: { id: ours.id, reason } })
  const { askedAt, dueAt } = await deleteTenantByOperator({ ctx: operator, input: { id: ours.id, confirm: ours.slug } })
  expect(Date.parse(dueAt) - Date.parse(askedAt)).toBe(3 * 86_400_000)
  await expect(undeleteTenant({ ctx: ours.as('owner') })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/Ask one/) })
  await undeleteTenantByOperator({ ctx: operator, input: { id: ours.id } })
  expect((await keyOf()).suspended).toMatchObject({ by: 'operator' })
  expect(await jobs()).toEqual([])
  // The tenant sees that it was an operator, and not from where.
  expect(await audit()).toEqual(['tenant.delete', 'tenant.undelete'].map((verb) => ({ verb, actorKind: 'operator', ip: null })))
  const detail = await readTenantFacts({ ctx: operator, input: { id: ours.id } })
  expect(detail.acts.map((a) => [a.verb, a.by !== null])).toEqual([['tenant.undelete', true], ['tenant.delete', true], ['tenant.suspend', true]])
  expect(detail).toMatchObject({ slug: ours.slug, members: [{ userId: ours.userId, role: 'owner' }], apiKeys: 1, mail: { held: 0 } })
  await expect(readTenantFacts({ ctx: operator, input: { id: '00000000-0000-4000-8000-000000000000' } })).rejects.toMatchObject({ code: 'not_found' })
})
