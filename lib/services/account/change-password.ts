import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ChangePassword } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { countTry, forgiveAccount } from './login-limit'
import { revokeSessions } from './login-session'
import { mailNotice } from './mail-notice'
import { hashPassword, passwordMatches, refuseOwnWords } from './password'

/**
 * Changes the own password, by the present one; ends the other log-ins and every open link. Throws Refusal `invalid`, `rate_limited`,
 * `unauthenticated` where the present one is not right: so too for an account without a password, which sets its first by a reset.
 */
export async function changePassword({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { current, password } = parseInput(ChangePassword, input)
  const user = await database().prisma.user.findUniqueOrThrow({ where: { id: ctx.actor.id } })
  await countTry(user.email, ctx.ip)
  if (!(await passwordMatches(user.passwordHash, current))) throw new Refusal('unauthenticated', 'The present password is not right.', [{ path: ['current'], message: 'is not right' }])
  await forgiveAccount(user.email)
  refuseOwnWords(password, user)
  const passwordHash = await hashPassword(password)
  await inPlatform(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await tx.passwordReset.deleteMany({ where: { userId: user.id } })
    await tx.addressChange.deleteMany({ where: { userId: user.id } })
    const count = await revokeSessions(tx, user.id, ctx.sessionId)
    await tx.loginSession.updateMany({ where: { id: ctx.sessionId ?? user.id, userId: user.id }, data: { provedAt: new Date() } })
    await mailNotice(tx, user, 'passwordChanged')
    await recordOperatorAudit(tx, ctx, { verb: 'user.changePassword', target: { kind: 'user', id: user.id }, after: { sessionsEnded: count } })
  })
}
