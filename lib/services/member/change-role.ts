import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ChangeRole } from '@/lib/core/inputs/member'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { memberNotFound, readMember, type MemberRow } from './list'
import { refuseBeyond } from './may-give'
import { refuseLastOwner } from './owners'
import { tellMember } from './tell'

/** Gives a member another role; it holds from his next request on. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (last owner). */
export async function changeRole({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<MemberRow> {
  authorize(ctx, 'member.write')
  const { userId, role } = parseInput(ChangeRole, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const before = await tx.membership.findFirst({ where: { tenantId, userId }, select: { role: true } })
    if (!before) throw memberNotFound()
    refuseBeyond(ctx, before.role, role)
    if (before.role !== role) {
      if (before.role === 'owner') await refuseLastOwner(tx, tenantId, userId)
      // What was read is what is changed, or somebody else was faster.
      const { count } = await tx.membership.updateMany({ where: { tenantId, userId, role: before.role }, data: { role } })
      if (count === 0) throw new Refusal('conflict', 'The member was changed meanwhile: look again.')
      await recordAudit(tx, ctx, { verb: 'member.changeRole', target: { kind: 'member', id: userId }, before: { role: before.role }, after: { role } })
      await tellMember(tx, ctx, userId, role)
    }
    return readMember(tx, tenantId, userId)
  })
}
