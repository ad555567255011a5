import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { Transfer } from '@/lib/core/inputs/member'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { memberNotFound, readMember } from '@/lib/services/member/list'
import { tellMember } from '@/lib/services/member/tell'

/**
 * Hands the tenant over: the other becomes owner, who hands over an admin. Asks for the tenant's name, typed.
 * Throws Refusal `forbidden`, `invalid` (name), `not_found`, `conflict` (to oneself, or no owner any more).
 */
export async function transferTenant({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<void> {
  authorize(ctx, 'owner.write')
  const { userId, confirm } = parseInput(Transfer, input)
  const { tenantId, actor } = ctx
  if (userId === actor.id) throw new Refusal('conflict', 'You are its owner: choose another member.')
  await inTenant(tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } })
    if (confirm !== tenant.name) throw new Refusal('invalid', `Type ${tenant.name} to hand it over.`, [{ path: ['confirm'], message: "is not the tenant's name", code: 'typed' }])
    const heir = await readMember(tx, tenantId, userId)
    const account = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { disabledAt: true } })
    if (account.disabledAt) throw memberNotFound()
    const { count } = await tx.membership.updateMany({ where: { tenantId, userId: actor.id, role: 'owner' }, data: { role: 'admin' } })
    const { count: made } = await tx.membership.updateMany({ where: { tenantId, userId }, data: { role: 'owner' } })
    if (count === 0 || made === 0) throw new Refusal('conflict', 'The members were changed meanwhile: look again.')
    await recordAudit(tx, ctx, { verb: 'tenant.transfer', target: { kind: 'member', id: userId }, before: { owner: actor.id, role: heir.role }, after: { owner: userId, role: 'owner' } })
    if (heir.role !== 'owner') await tellMember(tx, ctx, userId, 'owner')
  })
}
