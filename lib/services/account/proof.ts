import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ProvePassword } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { countTry, forgiveAccount } from './login-limit'
import { passwordMatches } from './password'

/** For how long a proof of who one is opens the sensitive changes. */
const proofMinutes = 10

const recent = (ctx: UserContext) => ({
  id: ctx.sessionId ?? '00000000-0000-0000-0000-000000000000',
  userId: ctx.actor.id,
  revokedAt: null,
  provedAt: { gt: new Date(Date.now() - proofMinutes * 60_000) },
})

/** Whether the log-in was proved within the last ten minutes, at its beginning or since. */
export const isProved = async (ctx: UserContext): Promise<boolean> => (await database().prisma.loginSession.count({ where: recent(ctx) })) > 0

/** Throws Refusal `precondition_failed` with the code `proof` where the proof is older: a browser left open does not change how to log in. */
export async function requireProof(tx: Transaction, ctx: UserContext): Promise<void> {
  if ((await tx.loginSession.count({ where: recent(ctx) })) > 0) return
  const message = 'Enter your password or use a passkey again first.'
  throw new Refusal('precondition_failed', message, [{ path: [], message, code: 'proof' }])
}

export const noteProof = (tx: Transaction, ctx: UserContext) =>
  tx.loginSession.updateMany({ where: { id: recent(ctx).id, userId: ctx.actor.id, revokedAt: null }, data: { provedAt: new Date() } })

/** Proves again by the password. Throws Refusal `invalid`, `rate_limited`, `unauthenticated`. */
export async function provePassword({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { password } = parseInput(ProvePassword, input)
  const { email, passwordHash } = await database().prisma.user.findUniqueOrThrow({ where: { id: ctx.actor.id } })
  await countTry(email, ctx.ip)
  if (!(await passwordMatches(passwordHash, password))) throw new Refusal('unauthenticated', 'The password is not right.')
  await forgiveAccount(email)
  await noteProof(database().prisma, ctx)
}
