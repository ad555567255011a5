import type { TenantContext } from '@/lib/core/access/actor'
import { InvitationId } from '@/lib/core/inputs/member'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { refuseBeyond } from '@/lib/services/member/may-give'
import { invitationNotFound } from './invite'

/** Takes an invitation back: its link is void. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function withdrawInvitation({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<void> {
  authorize(ctx, 'member.write')
  const { id } = parseInput(InvitationId, input)
  const { tenantId } = ctx
  await inTenant(tenantId, async (tx) => {
    const row = await tx.invitation.findFirst({ where: { tenantId, id }, select: { email: true, role: true } })
    if (!row) throw invitationNotFound()
    refuseBeyond(ctx, row.role)
    const { count } = await tx.invitation.deleteMany({ where: { tenantId, id } })
    if (count === 0) throw invitationNotFound()
    await recordAudit(tx, ctx, { verb: 'invitation.withdraw', target: { kind: 'invitation', id }, before: row })
  })
}
