import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { OwnInvitation } from '@/lib/core/inputs/member'
import { database } from '@/lib/db/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { refuseOverLimit } from '@/lib/services/limit/check'
import { findInvitation, invitationsOf, invitationVoid, type OpenInvitation } from './find'

/**
 * The invitation that a user means, by link or by id. Only the account whose address was invited may take it: a link that was passed on lets
 * nobody in. Throws Refusal `not_found`, `forbidden` (another address), `invalid`.
 */
export async function ownInvitation(ctx: UserContext, input: unknown): Promise<OpenInvitation> {
  const given = parseInput(OwnInvitation, input)
  const { email } = await database().prisma.user.findUniqueOrThrow({ where: { id: ctx.actor.id }, select: { email: true } })
  const found = 'token' in given ? await findInvitation(given.token) : (await invitationsOf(email)).find((i) => i.id === given.id)
  if (!found) throw invitationVoid()
  if (found.email === email) return found
  const message = `This invitation is for ${found.email}: log in with that address.`
  throw new Refusal('forbidden', message, [{ path: ['token'], message, code: 'address' }])
}

/** Takes the invitation away, once: of two at the same time the second finds none. Throws Refusal `not_found`. */
export async function consume(tx: Transaction, { tenantId, id, email }: OpenInvitation): Promise<string> {
  const [row] = await tx.$queryRaw<{ role: string }[]>`
    DELETE FROM invitation WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid AND email = ${email} AND "declinedAt" IS NULL AND "expiresAt" > now() RETURNING role`
  if (!row) throw invitationVoid()
  return row.role
}

/** Makes the user a member, as the invitation says; one who is already keeps his role. Throws Refusal `conflict` where the limit is reached. */
export async function enter(tx: Transaction, { tenantId, id, email }: OpenInvitation, role: string, by: UserContext): Promise<void> {
  const userId = by.actor.id
  if (!(await tx.membership.findFirst({ where: { tenantId, userId }, select: { userId: true } }))) await refuseOverLimit(tx, tenantId, 'members')
  await tx.membership.createMany({ data: [{ tenantId, userId, role, seenAt: new Date() }], skipDuplicates: true })
  await recordAudit(tx, { ...by, tenantId, role: 'viewer' }, { verb: 'invitation.accept', target: { kind: 'member', id: userId }, after: { email, role, invitation: id } })
}

/** Accepts as the account that is logged in. Gives the tenant's slug. Throws as `ownInvitation`. */
export async function acceptInvitation({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<{ slug: string }> {
  const invitation = await ownInvitation(ctx, input)
  return inTenant(invitation.tenantId, async (tx) => {
    await enter(tx, invitation, await consume(tx, invitation), ctx)
    return { slug: invitation.slug }
  })
}
