import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewUser } from '@/lib/core/inputs/account'
import { Prisma } from '@/lib/db/generated/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { hashPassword, refuseOwnWords } from './password'

/** Makes an account; it belongs to no tenant yet. Throws Refusal `invalid`, or `conflict` where the email has an account. */
export async function createUser({ ctx, input }: { ctx: OperatorContext; input: NewUser }): Promise<{ id: string; email: string }> {
  const { password, ...user } = parseInput(NewUser, input)
  refuseOwnWords(password, user)
  const passwordHash = await hashPassword(password)
  try {
    return await inPlatform(async (tx) => {
      const made = await tx.user.create({ data: { ...user, passwordHash }, select: { id: true, email: true } })
      await recordOperatorAudit(tx, ctx, { verb: 'user.create', target: { kind: 'user', id: made.id }, after: { ...user } })
      return made
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new Refusal('conflict', 'This email has an account already: log in with it.', [{ path: ['email'], message: 'has an account already' }])
    throw error
  }
}
