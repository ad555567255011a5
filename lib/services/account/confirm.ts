import { Refusal } from '@/lib/core/access/refusal'
import { ConfirmSignUp } from '@/lib/core/inputs/account'
import { Prisma } from '@/lib/db/generated/client'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { tokenHash } from './link-token'
import { refuseUnregistrable } from './registration'
import { countSignUp } from './sign-up-limit'

const open = (token: string) => ({ tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } })

/** The address that a link would confirm; undefined for one that was used, has run out or was never given. Changes nothing. */
export async function findSignUp(token: string): Promise<{ email: string } | undefined> {
  return (await database().prisma.signUp.findFirst({ where: open(token), select: { email: true } })) ?? undefined
}

/**
 * Makes the account of a link, which works once. Throws Refusal `invalid`, `rate_limited`, `not_found` for a link that
 * does not work any more, `forbidden` where registration was closed meanwhile.
 */
export async function confirmSignUp({ ctx, input }: { ctx: { ip?: string }; input: unknown }): Promise<{ id: string }> {
  const { token } = parseInput(ConfirmSignUp, input)
  await countSignUp('link', ctx.ip)
  const gone = new Refusal('not_found', 'This link does not work any more: log in, or ask for a new one.')
  try {
    return await inPlatform(async (tx) => {
      const row = await tx.signUp.findFirst({ where: open(token) })
      if (row) await refuseUnregistrable(tx, row.email, row)
      // Two at once: the update counts for one of them.
      const { count } = await tx.signUp.updateMany({ where: open(token), data: { usedAt: new Date() } })
      if (!row || count === 0) throw gone
      const { email, name, passwordHash, locale } = row
      const user = await tx.user.create({ data: { email, name, passwordHash, locale }, select: { id: true } })
      const by = { actor: { kind: 'user', id: user.id } as const, ...(ctx.ip === undefined ? {} : { ip: ctx.ip }) }
      await recordOperatorAudit(tx, by, { verb: 'user.signUp', target: { kind: 'user', id: user.id }, after: { email, name } })
      return user
    })
  } catch (error) {
    // Another link of the same address was opened before.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw gone
    throw error
  }
}
