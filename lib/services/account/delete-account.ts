import type { UserContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { DeleteAccount } from '@/lib/core/inputs/account'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { tenantsOfUser, type TenantOfUser } from '@/lib/services/tenant/of-user'
import { revokeSessions } from './login-session'
import { mailNotice } from './mail-notice'
import { requireProof } from './proof'

const asTenant = (tx: Transaction, tenantId: string) => tx.$executeRaw`SELECT set_config('app.tenant', ${tenantId}, true)`

/** Whether another owner stands in the tenant. Locks the owners, so that two who leave at once do not both see the other. */
async function hasOtherOwner(tx: Transaction, tenantId: string, userId: string): Promise<boolean> {
  await asTenant(tx, tenantId)
  const owners = await tx.$queryRaw<{ userId: string }[]>`
    SELECT m."userId"::text AS "userId" FROM membership m WHERE m."tenantId" = ${tenantId}::uuid AND m.role = 'owner' ORDER BY m."userId" FOR UPDATE`
  const others = owners.map((o) => o.userId).filter((id) => id !== userId)
  return (await tx.user.count({ where: { id: { in: others }, disabledAt: null } })) > 0
}

/** The role as it stands now, locked until the end: who is made owner meanwhile is not let go as what he was before. */
async function lockRole(tx: Transaction, tenantId: string, userId: string): Promise<Role | undefined> {
  await asTenant(tx, tenantId)
  // With the owners and in one order, so that two who leave at once do not wait for each other.
  const rows = await tx.$queryRaw<{ userId: string; role: Role }[]>`
    SELECT "userId"::text AS "userId", role FROM membership WHERE "tenantId" = ${tenantId}::uuid AND (role = 'owner' OR "userId" = ${userId}::uuid) ORDER BY membership."userId" FOR UPDATE`
  return rows.find((row) => row.userId === userId)?.role
}

/** The tenants that would be left without an owner: the account stands until they have another. */
export async function tenantsThatNeedOwner(userId: string): Promise<TenantOfUser[]> {
  const owned = (await tenantsOfUser(userId)).filter((t) => t.role === 'owner')
  return inPlatform(async (tx) => {
    const alone: TenantOfUser[] = []
    for (const tenant of owned) if (!(await hasOtherOwner(tx, tenant.id, userId))) alone.push(tenant)
    return alone
  })
}

/**
 * Deletes the own account: it leaves its tenants, and what it had to log in with, its address and its name are gone. The row and its id stay,
 * so that the audit still tells one actor from another. Throws Refusal `invalid`, `precondition_failed` (proof), `conflict` as the last owner or operator.
 */
export async function deleteAccount({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { confirm } = parseInput(DeleteAccount, input)
  const userId = ctx.actor.id
  const tenants = (await tenantsOfUser(userId)).sort((a, b) => a.id.localeCompare(b.id))
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (confirm !== user.email) throw new Refusal('invalid', 'This is not the address of the account.', [{ path: ['confirm'], message: 'is not the address of the account' }])
    if (user.isOperator && (await tx.user.count({ where: { isOperator: true, disabledAt: null, id: { not: userId } } })) === 0)
      throw new Refusal('conflict', 'You are the only operator: make somebody else an operator first.', [{ path: [], message: 'is the only operator', code: 'operator' }])
    const alone: string[] = []
    for (const { id, name } of tenants) {
      const role = await lockRole(tx, id, userId)
      if (!role) continue
      if (role === 'owner' && !(await hasOtherOwner(tx, id, userId))) alone.push(name)
      await tx.membership.deleteMany({ where: { tenantId: id, userId } })
      await recordAudit(tx, { ...ctx, tenantId: id, role }, { verb: 'member.leave', target: { kind: 'user', id: userId }, before: { role } })
    }
    if (alone.length > 0) throw new Refusal('conflict', `You are the only owner of ${alone.join(', ')}: hand it over, or delete it first.`, [{ path: [], message: 'is the only owner', code: 'owner' }])
    await asTenant(tx, '')
    await mailNotice(tx, user, 'accountDeleted')
    const now = new Date()
    await tx.user.update({ where: { id: userId }, data: { email: `${userId}@deleted.invalid`, name: '–', passwordHash: null, isOperator: false, disabledAt: now, deletedAt: now } })
    await revokeSessions(tx, userId)
    const own = { where: { userId } }
    await tx.totp.deleteMany(own)
    await tx.recoveryCode.deleteMany(own)
    await tx.passkey.deleteMany(own)
    await tx.linkedIdentity.deleteMany(own)
    await tx.passwordReset.deleteMany(own)
    await tx.addressChange.deleteMany(own)
    await tx.operatorKey.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
    await recordOperatorAudit(tx, ctx, { verb: 'user.delete', target: { kind: 'user', id: userId } })
  })
}
