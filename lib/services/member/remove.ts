import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { MemberId } from '@/lib/core/inputs/member'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { readMember } from './list'
import { refuseBeyond } from './may-give'
import { refuseLastOwner } from './owners'
import { tellMember } from './tell'

/** Ends a membership, with what was the member's own in the tenant. API keys that he made are the tenant's and stay. */
async function end(tx: Transaction, tenantId: string, userId: string, role: string): Promise<void> {
  // With the role that was read: else he who became the owner meanwhile would go, and the tenant with him.
  const { count } = await tx.membership.deleteMany({ where: { tenantId, userId, role } })
  if (count === 0) throw new Refusal('conflict', 'The member was changed meanwhile: look again.')
  await tx.savedView.deleteMany({ where: { tenantId, userId } })
}

/**
 * Takes a member out; his next request finds no tenant. Gives how many API keys he made that still work.
 * Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (last owner).
 */
export async function removeMember({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<{ keys: number }> {
  authorize(ctx, 'member.write')
  const { userId } = parseInput(MemberId, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const { role, email } = await readMember(tx, tenantId, userId)
    refuseBeyond(ctx, role)
    if (role === 'owner') await refuseLastOwner(tx, tenantId, userId)
    await end(tx, tenantId, userId, role)
    await recordAudit(tx, ctx, { verb: 'member.remove', target: { kind: 'member', id: userId }, before: { email, role } })
    await tellMember(tx, ctx, userId, undefined)
    return { keys: await keysOf(tx, tenantId, userId) }
  })
}

/** Goes by oneself. Throws Refusal `forbidden` (an API key), `not_found`, `conflict` (last owner). */
export async function leaveTenant({ ctx }: { ctx: TenantContext }): Promise<void> {
  authorize(ctx, 'tenant.read')
  const { tenantId, actor } = ctx
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'Only a person leaves a tenant: revoke the API key instead.')
  await inTenant(tenantId, async (tx) => {
    const { role, email } = await readMember(tx, tenantId, actor.id)
    if (role === 'owner') await refuseLastOwner(tx, tenantId, actor.id)
    await end(tx, tenantId, actor.id, role)
    await recordAudit(tx, ctx, { verb: 'member.leave', target: { kind: 'member', id: actor.id }, before: { email, role } })
  })
}

/** How many of a user's API keys work. */
export const keysOf = (tx: Transaction, tenantId: string, userId: string): Promise<number> =>
  tx.apiKey.count({ where: { tenantId, createdBy: userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] } })
