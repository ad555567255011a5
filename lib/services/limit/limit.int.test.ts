import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OperatorContext } from '@/lib/core/access/actor'
import { newcomerLimits, usualLimits } from '@/lib/core/limit/limits'
import { inTenant } from '@/lib/db/tenant'
import { createTenant } from '@/lib/services/tenant/create'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { refuseOverLimit } from './check'
import { readUsage, type Usage } from './read'
import { readTenantUsage } from './of-tenant'
import { setLimits } from './set'
import { warnOfLimits } from './warn'

let db: TestDatabase
let tenant: TestTenant
let operator: OperatorContext

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
  operator = { actor: { kind: 'user', id: await makeUser(db, { operator: true }) }, ip: '192.0.2.9' }
})
afterAll(() => db.drop())
beforeEach(async () => {
  db.become('web')
  await db.owner.query('DELETE FROM pgboss.job; DELETE FROM product_mail; DELETE FROM limit_notice; DELETE FROM tenant_limit')
})

const row = (usage: Usage, name: string) => usage.limits.find((l) => l.name === name)
const join = async (role = 'member') => {
  const userId = await makeUser(db)
  await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3)', [tenant.id, userId, role])
}
const set = (limits: object, more: object = {}) => setLimits({ ctx: operator, input: { tenantId: tenant.id, limits, ...more } })
const jobs = async () => (await db.owner.query<{ name: string }>(`SELECT name FROM pgboss.job WHERE name = 'limit'`)).rowCount

describe('limits', () => {
  it('are the usual ones, lower in a tenant’s first days, and what an operator set before all else', async () => {
    expect(row(await readUsage({ ctx: tenant.as('viewer') }), 'domains')).toEqual({ name: 'domains', used: 0, limit: usualLimits.domains, state: 'fine' })
    const fresh = await createTenant({ ctx: operator, input: { slug: 'newcomer', name: 'New', ownerId: tenant.userId } })
    const ctx = { ...tenant.as('owner'), tenantId: fresh.id }
    const usage = await readUsage({ ctx })
    expect(usage.newUntil).toEqual(expect.any(String))
    expect(Object.fromEntries(usage.limits.map((l) => [l.name, l.limit]))).toEqual(newcomerLimits)
    await setLimits({ ctx: operator, input: { tenantId: fresh.id, limits: { members: null } } })
    expect(row(await readUsage({ ctx }), 'members')).toMatchObject({ limit: null, state: 'fine' })
    await setLimits({ ctx: operator, input: { tenantId: fresh.id, newcomer: false, usual: ['members'] } })
    const later = await readUsage({ ctx })
    expect([later.newUntil, row(later, 'members')?.limit]).toEqual([null, usualLimits.members])
  })

  it('are refused beyond, with which, how far and what to do; of two at once one gets the last place', async () => {
    await set({ members: 3 })
    await join()
    const add = () => inTenant(tenant.id, async (tx) => {
      await refuseOverLimit(tx, tenant.id, 'members', ['email'])
      const userId = await makeUser(db)
      await tx.membership.createMany({ data: [{ tenantId: tenant.id, userId, role: 'viewer' }] })
    })
    const both = await Promise.allSettled([add(), add()])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((r) => r.status === 'rejected')!
    expect(refused.reason).toMatchObject({ code: 'conflict', message: expect.stringMatching(/^You have 3 of 3 members: .*ask the operator to raise the limit/), problems: [{ path: ['email'], code: 'limit' }] })
    expect(await jobs()).toBe(1)
  })

  it('are told to the admins when near and when reached, once a day each', async () => {
    await set({ members: 3 })
    db.become('worker')
    expect(await warnOfLimits(tenant.id)).toBe(1)
    expect(await warnOfLimits(tenant.id)).toBe(0)
    expect(await warnOfLimits(tenant.id, new Date(Date.now() + 86_400_000))).toBe(1)
    db.become('web')
    await set({ members: 3, domains: 0 })
    db.become('worker')
    await warnOfLimits(tenant.id)
    const { rows } = await db.owner.query<{ kind: string }>('SELECT kind FROM product_mail')
    expect(rows.map((r) => r.kind)).toEqual(['limitReached', 'limitReached', 'limitReached'])
  })

  it('are set by operators, in the audit of both sides, and no tenant that is not there', async () => {
    await set({ apiPerSecond: 300 })
    const { rows } = await db.owner.query('SELECT "actorKind", "actorId", ip, after FROM audit WHERE "tenantId" = $1 AND verb = $2 ORDER BY at DESC LIMIT 1', [tenant.id, 'tenant.setLimits'])
    expect(rows).toEqual([{ actorKind: 'job', actorId: 'operator', ip: null, after: { own: { apiPerSecond: 300 }, newUntil: null } }])
    const { rows: theirs } = await db.owner.query('SELECT "actorId", ip FROM operator_audit WHERE verb = $1 AND "targetId" = $2 ORDER BY at DESC LIMIT 1', ['tenant.setLimits', tenant.id])
    expect(theirs).toEqual([{ actorId: operator.actor.id, ip: '192.0.2.9' }])
    expect(await jobs()).toBe(1)
    const seen = await readTenantUsage({ ctx: operator, input: { id: tenant.id } })
    expect([seen.own, seen.given, row(seen, 'apiPerSecond')?.limit, seen.held]).toEqual([{ apiPerSecond: 300 }, usualLimits, 300, { messages: 0, bytes: 0, waitsFor: null }])
    await expect(readTenantUsage({ ctx: operator, input: { id: '00000000-0000-4000-8000-000000000000' } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(setLimits({ ctx: operator, input: { tenantId: '00000000-0000-4000-8000-000000000000', limits: { domains: 1 } } })).rejects.toMatchObject({ code: 'not_found' })
    for (const limits of [{ domains: -1 }, { domains: 1.5 }, { rockets: 1 }]) await expect(set(limits)).rejects.toMatchObject({ code: 'invalid' })
  })
})
