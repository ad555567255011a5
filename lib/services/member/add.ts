import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewMember } from '@/lib/core/inputs/tenant'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'

/**
 * Makes a user who has an account a member. Owners alone make owners.
 * Throws Refusal `forbidden`, `invalid`, `not_found` (no account of this email), `conflict` (a member already).
 */
export async function addMember({ ctx, input }: { ctx: TenantContext; input: NewMember }): Promise<{ userId: string; role: string }> {
  authorize(ctx, 'member.write')
  const { email, role } = parseInput(NewMember, input)
  if (role === 'owner' && ctx.role !== 'owner') throw new Refusal('forbidden', 'Only an owner makes another owner: ask one.')
  return inTenant(ctx.tenantId, async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
    if (!user || user.disabledAt) throw new Refusal('not_found', `${email} has no account here: ask them to sign up first.`)
    const { count } = await tx.membership.createMany({ data: [{ tenantId: ctx.tenantId, userId: user.id, role }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', `${email} is a member already.`)
    await recordAudit(tx, ctx, { verb: 'member.add', target: { kind: 'member', id: user.id }, after: { email, role } })
    return { userId: user.id, role }
  })
}
