import type { Actor, UserContext } from '@/lib/core/access/actor'
import { InvitationToken } from '@/lib/core/inputs/member'
import { inTenant } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { ownInvitation } from './accept'
import { findInvitation, invitationVoid, type OpenInvitation } from './find'

/** Says no with the link alone: whoever holds it reads the address's mail. Throws Refusal `invalid`, `not_found`. */
export async function declineByLink({ ctx, input }: { ctx: { ip?: string }; input: unknown }): Promise<void> {
  const invitation = await findInvitation(parseInput(InvitationToken, input).token)
  if (!invitation) throw invitationVoid()
  await decline(invitation, { kind: 'correspondent', id: invitation.email }, ctx.ip)
}

/** Says no as the account that is logged in. Throws as `ownInvitation`. */
export async function declineInvitation({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  await decline(await ownInvitation(ctx, input), ctx.actor, ctx.ip)
}

async function decline({ tenantId, id, email, role }: OpenInvitation, actor: Actor, ip: string | undefined): Promise<void> {
  await inTenant(tenantId, async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { tenantId, id, declinedAt: null, expiresAt: { gt: new Date() } }, data: { declinedAt: new Date() } })
    if (count === 0) throw invitationVoid()
    await recordAudit(tx, { actor, tenantId, role: 'viewer', ...(ip === undefined ? {} : { ip }) }, { verb: 'invitation.decline', target: { kind: 'invitation', id }, before: { email, role } })
  })
}
