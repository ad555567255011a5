import { Refusal } from '@/lib/core/access/refusal'
import { LogIn } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { parseInput } from '@/lib/services/access/parse'
import { countTry, forgiveAccount } from './login-limit'
import { passwordMatches } from './password'

export interface KnownUser {
  id: string
  email: string
  name: string
  isOperator: boolean
  locale: string
}

/**
 * The user whose email and password these are. Throws Refusal `invalid` for a malformed input, `rate_limited` after too many tries,
 * and `unauthenticated` with one and the same message for an unknown account, a wrong password and a disabled account.
 */
export async function verifyLogin({ ctx, input }: { ctx: { ip?: string }; input: unknown }): Promise<KnownUser> {
  const { email, password } = parseInput(LogIn, input)
  const noted = (outcome: string, userId?: string) => log[outcome === 'right' ? 'info' : 'warn']({ event: 'log-in', factor: 'password', outcome, userId, ip: ctx.ip }, 'a password was tried')
  await countTry(email, ctx.ip).catch((error: unknown) => {
    noted('too many')
    throw error
  })
  const user = await database().prisma.user.findUnique({ where: { email } })
  const waiting = user ? null : await database().prisma.signUp.findFirst({ where: { email, usedAt: null, expiresAt: { gt: new Date() } }, orderBy: { createdAt: 'desc' } })
  const right = await passwordMatches(user?.passwordHash ?? waiting?.passwordHash, password)
  // Only to whoever knows the password of the sign-up.
  if (waiting && right) throw new Refusal('precondition_failed', 'This address is not confirmed yet: open the link in the mail.')
  noted(!user ? 'unknown account' : !right ? 'wrong' : user.disabledAt ? 'disabled' : 'right', user?.id)
  if (!user || !right || user.disabledAt) throw new Refusal('unauthenticated', 'Email or password is not right.')
  await forgiveAccount(email)
  return { id: user.id, email: user.email, name: user.name, isOperator: user.isOperator, locale: user.locale }
}
