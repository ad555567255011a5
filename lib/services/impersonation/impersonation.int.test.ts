import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { config } from '@/lib/config'
import { unseal } from '@/lib/core/account/seal'
import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { revokeSession, startSession } from '@/lib/services/account/login-session'
import { authorize } from '@/lib/services/access/authorize'
import { listMessages } from '@/lib/services/message/list'
import { deleteView, listViews } from '@/lib/services/message/saved-view'
import { renameTenant } from '@/lib/services/tenant/rename'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { endImpersonation } from './end'
import { lastImpersonation } from './last'
import { openImpersonation } from './open'
import { noteRefusedWrite } from './refused'
import { startImpersonation } from './start'
import { sweepImpersonations } from './sweep'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
let operator: OperatorContext & { sessionId: string }
const reason = 'Ticket 812: mail of 3 May is missing'

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'k'.repeat(40)
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterAll(() => db.drop())
beforeEach(async () => {
  db.become('web')
  const id = await makeUser(db, { operator: true })
  await db.owner.query(`UPDATE "user" SET name = 'Opal' WHERE id = $1`, [id])
  operator = { actor: { kind: 'user', id }, ip: '192.0.2.7', sessionId: await startSession(id) }
  await db.owner.query('DELETE FROM product_mail')
  await db.owner.query('DELETE FROM impersonation')
})

const start = (tenant = ours, ctx: OperatorContext = operator, now?: Date) => startImpersonation({ ctx, input: { id: tenant.id, reason }, ...(now && { now }) })
const audit = async (tenant: TestTenant) => (await db.owner.query(`SELECT verb, "actorKind", "actorId", ip, after FROM audit WHERE "tenantId" = $1 AND verb LIKE 'impersonation.%' AND "actorId" = $2 ORDER BY at, verb`, [tenant.id, operator.actor.id])).rows
const platformAudit = async () => (await db.owner.query(`SELECT verb, "actorKind", ip FROM operator_audit WHERE verb LIKE 'impersonation.%' AND at >= (SELECT "createdAt" FROM "user" WHERE id = $1) ORDER BY at, verb`, [operator.actor.id])).rows
/** As the console makes it of what is open. */
const asLooking = async (): Promise<TenantContext> => {
  const open = (await openImpersonation({ ctx: operator }))!
  return { actor: { kind: 'operator', id: operator.actor.id }, tenantId: open.tenantId, role: 'admin', impersonation: open }
}

describe('a look', () => {
  it('opens the tenant for this log-in, and is told to its admins, with name and reason', async () => {
    expect(await start()).toEqual({ slug: ours.slug })
    expect(await openImpersonation({ ctx: operator })).toMatchObject({ tenantId: ours.id, slug: ours.slug, reason, suspended: undefined })
    expect(await openImpersonation({ ctx: { ...operator, sessionId: await startSession(operator.actor.id) } })).toBeNull()

    expect(await audit(ours)).toMatchObject([{ verb: 'impersonation.start', actorKind: 'operator', actorId: operator.actor.id, ip: null, after: { reason } }])
    expect(await platformAudit()).toMatchObject([{ verb: 'impersonation.start', actorKind: 'user', ip: '192.0.2.7' }])
    const { rows } = await db.owner.query<{ id: string; kind: string; content: Buffer }>('SELECT id, kind, content FROM product_mail')
    expect(rows.map((r) => r.kind)).toEqual(['impersonated'])
    const mail = unseal(config().deriveKey('product mail'), rows[0]!.id, rows[0]!.content)!
    expect(mail).toContain('Opal')
    expect(mail).toContain(reason)
    expect(mail).toContain('contents of messages')
    expect(await lastImpersonation({ ctx: ours.as('admin') })).toMatchObject({ operator: 'Opal', reason, now: true })
    expect(await lastImpersonation({ ctx: theirs.as('admin') })).toBeNull()
  })

  it('reads what an admin reads, changes nothing, and what was tried is told on both sides', async () => {
    const id = await makeDelivery(db, ours.id)
    await start()
    const ctx = await asLooking()
    expect((await listMessages({ ctx, input: {} })).data.map((m) => m.id)).toContain(id)
    await expect(renameTenant({ ctx, input: { name: 'Mine now' } })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listViews({ ctx })).toEqual([])
    await expect(deleteView({ ctx, input: { id } })).rejects.toMatchObject({ code: 'forbidden' })
    expect(() => authorize(ctx, 'domain.read')).not.toThrow()
    expect(() => authorize(ctx, 'domain.read', true)).toThrow(/may read alone/)
    await noteRefusedWrite(ctx, 'tenant.write')
    expect((await audit(ours)).at(-1)).toMatchObject({ verb: 'impersonation.refused', actorKind: 'operator', ip: null, after: { permission: 'tenant.write', reason } })
    expect((await platformAudit()).map((r) => r.verb)).toEqual(['impersonation.start', 'impersonation.refused'])
  })

  it('ends when he says so, on both sides, once', async () => {
    await start()
    expect([await endImpersonation({ ctx: operator }), await endImpersonation({ ctx: operator })]).toEqual([ours.id, null])
    expect(await openImpersonation({ ctx: operator })).toBeNull()
    expect((await audit(ours)).map((r) => [r.verb, r.after.why])).toEqual([['impersonation.start', undefined], ['impersonation.end', 'operator']])
    expect(await lastImpersonation({ ctx: ours.as('owner') })).toMatchObject({ operator: 'Opal', now: false })
  })

  it('is one at a time: another ends the first', async () => {
    await start()
    await start(theirs)
    expect(await openImpersonation({ ctx: operator })).toMatchObject({ slug: theirs.slug })
    expect((await audit(ours)).at(-1)).toMatchObject({ verb: 'impersonation.end', after: { why: 'replaced' } })
    const both = await Promise.allSettled([start(), start(theirs)])
    expect(both.filter((r) => r.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect((await db.owner.query('SELECT 1 FROM impersonation WHERE "endedAt" IS NULL')).rowCount).toBe(1)
  })

  it('holds for a tenant that is stopped', async () => {
    const tenant = await makeTenant(db)
    await suspendTenant({ ctx: operator, input: { id: tenant.id, reason: 'It sent mail to strangers' } })
    await start(tenant)
    expect(await openImpersonation({ ctx: operator })).toMatchObject({ slug: tenant.slug, suspended: { by: 'operator' } })
  })
})

describe('a look is over', () => {
  const openThen = async (what: () => Promise<unknown>) => {
    await start()
    await what()
    db.become('worker')
    await sweepImpersonations()
    db.become('web')
    return (await audit(ours)).at(-1)?.after.why as string | undefined
  }

  it('after its hour, written down or not', async () => {
    await start(ours, operator, new Date(Date.now() - 59 * 60_000))
    expect(await openImpersonation({ ctx: operator })).not.toBeNull()
    expect(await openImpersonation({ ctx: operator, now: new Date(Date.now() + 61_000) })).toBeNull()
    expect(await openThen(() => db.owner.query(`UPDATE impersonation SET "startedAt" = now() - interval '2 hours', "expiresAt" = now() - interval '1 hour' WHERE "endedAt" IS NULL`))).toBe('time')
  })

  it('with its log-in', async () => {
    expect(await openThen(() => revokeSession(operator.sessionId))).toBe('logIn')
    expect((await platformAudit()).at(-1)).toMatchObject({ verb: 'impersonation.end', actorKind: 'job' })
    expect(await lastImpersonation({ ctx: ours.as('owner') })).toMatchObject({ now: false })
  })

  it('with the operator\'s flag', async () => {
    expect(await openThen(() => db.owner.query('UPDATE "user" SET "isOperator" = false WHERE id = $1', [operator.actor.id]))).toBe('flag')
  })

  it('and one that holds is left alone', async () => {
    expect(await openThen(async () => {})).toBeUndefined()
    expect(await openImpersonation({ ctx: operator })).not.toBeNull()
  })
})

describe('nobody looks', () => {
  it('without a reason, into what is not there, as a member, or by a key', async () => {
    await expect(startImpersonation({ ctx: operator, input: { id: ours.id, reason: 'because' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(startImpersonation({ ctx: operator, input: { id: '00000000-0000-4000-8000-000000000000', reason } })).rejects.toMatchObject({ code: 'not_found' })
    const { sessionId: _, ...keyless } = operator
    await expect(start(ours, keyless)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(start(ours, { actor: { kind: 'apiKey', id: operator.actor.id }, sessionId: operator.sessionId })).rejects.toMatchObject({ code: 'forbidden' })
    await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'viewer')`, [ours.id, operator.actor.id])
    await expect(start()).rejects.toMatchObject({ code: 'conflict' })
    expect((await db.owner.query('SELECT 1 FROM impersonation')).rowCount).toBe(0)
  })

  it('longer than an hour, whatever the code does', async () => {
    const insert = `INSERT INTO impersonation ("tenantId", "operatorId", "sessionId", reason, "startedAt", "expiresAt") VALUES ($1, $2, $3, 'x', now(), now() + interval '2 hours')`
    await expect(db.owner.query(insert, [ours.id, operator.actor.id, operator.sessionId])).rejects.toThrow('impersonation_hour')
  })
})
