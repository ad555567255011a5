import type { UserContext } from '@/lib/core/access/actor'
import { Profile } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'

export interface Account {
  email: string
  name: string
  locale: string
  hasPassword: boolean
  createdAt: Date
  /** An address that is to take the place of `email`, and which of the two have said yes. */
  change?: { email: string; confirmedByNew: boolean; confirmedByOld: boolean; expiresAt: Date }
}

export async function readAccount({ ctx }: { ctx: UserContext }): Promise<Account> {
  const { email, name, locale, passwordHash, createdAt, addressChange } = await database().prisma.user.findUniqueOrThrow({ where: { id: ctx.actor.id }, include: { addressChange: true } })
  const account = { email, name, locale, hasPassword: passwordHash !== null, createdAt }
  if (!addressChange || addressChange.expiresAt <= new Date()) return account
  const { email: next, newConfirmedAt, oldConfirmedAt, expiresAt } = addressChange
  return { ...account, change: { email: next, confirmedByNew: newConfirmedAt !== null, confirmedByOld: oldConfirmedAt !== null, expiresAt } }
}

/** Name and language of the own account. Throws Refusal `invalid`. */
export async function updateProfile({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { name, locale } = parseInput(Profile, input)
  await inPlatform(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: ctx.actor.id }, select: { name: true, locale: true } })
    if (before.name === name && before.locale === locale) return
    await tx.user.update({ where: { id: ctx.actor.id }, data: { name, locale } })
    await recordOperatorAudit(tx, ctx, { verb: 'user.update', target: { kind: 'user', id: ctx.actor.id }, before, after: { name, locale } })
  })
}
