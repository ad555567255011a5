import { Refusal } from '@/lib/core/access/refusal'
import { Join } from '@/lib/core/inputs/member'
import { Prisma } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { hashPassword, refuseOwnWords } from '@/lib/services/account/password'
import { countSignUp } from '@/lib/services/account/sign-up-limit'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { consume, enter } from './accept'
import { findInvitation, invitationVoid } from './find'

/**
 * Makes the account of an invitation and accepts it. The link came by mail to the address, so the address is proved and nothing more is
 * mailed; it holds although registration is closed. Throws Refusal `invalid`, `rate_limited`, `not_found`, `conflict` (has an account).
 */
export async function joinByInvitation({ ctx, input }: { ctx: { ip?: string }; input: unknown }): Promise<{ userId: string; slug: string }> {
  const { token, name, password, locale } = parseInput(Join, input)
  await countSignUp('link', ctx.ip)
  const invitation = await findInvitation(token)
  if (!invitation) throw invitationVoid()
  const { email, slug } = invitation
  refuseOwnWords(password, { email, name })
  const passwordHash = await hashPassword(password)
  try {
    return await inTenant(invitation.tenantId, async (tx) => {
      const role = await consume(tx, invitation)
      const user = await tx.user.create({ data: { email, name, passwordHash, locale }, select: { id: true } })
      const by = { actor: { kind: 'user', id: user.id } as const, ...ctx }
      await recordOperatorAudit(tx, by, { verb: 'user.signUp', target: { kind: 'user', id: user.id }, after: { email, name, invited: true } })
      await enter(tx, invitation, role, by)
      return { userId: user.id, slug }
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refusal('conflict', `${email} has an account already: log in with it, then accept.`)
    throw error
  }
}
