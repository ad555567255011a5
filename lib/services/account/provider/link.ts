import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import type { Identity } from '@/lib/core/account/identity'
import { UnlinkIdentity } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { requireProof } from '@/lib/services/account/proof'

export interface OwnIdentity {
  issuer: string
  email: string
  createdAt: Date
  lastUsedAt: Date | null
}

export const listIdentities = ({ ctx }: { ctx: UserContext }): Promise<OwnIdentity[]> =>
  database().prisma.linkedIdentity.findMany({ where: { userId: ctx.actor.id }, orderBy: { createdAt: 'asc' }, select: { issuer: true, email: true, createdAt: true, lastUsedAt: true } })

/** Links a provider's identity to the own account. Throws Refusal `precondition_failed`, `conflict` where it, or another of this provider, is linked already. */
export async function linkIdentity({ ctx, identity }: { ctx: UserContext; identity: Identity }): Promise<void> {
  const { issuer, subject, email = '', provider } = identity
  const userId = ctx.actor.id
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const { count } = await tx.linkedIdentity.createMany({ data: [{ issuer, subject, userId, email }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', 'This log-in is linked to an account already, or this account to another log-in of the provider.')
    await mailNotice(tx, await tx.user.findUniqueOrThrow({ where: { id: userId } }), 'providerOn', { what: provider })
    await recordOperatorAudit(tx, ctx, { verb: 'user.linkIdentity', target: { kind: 'user', id: userId }, after: { issuer, email } })
  })
}

/** Unlinks it. Throws Refusal `invalid`, `precondition_failed`, `not_found`, `conflict` where it is the only way to log in. */
export async function unlinkIdentity({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { issuer } = parseInput(UnlinkIdentity, input)
  const userId = ctx.actor.id
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { identities: true, passkeys: { select: { id: true } } } })
    if (!user.identities.some((i) => i.issuer === issuer)) throw new Refusal('not_found', 'This log-in is not linked: it may have been unlinked already.')
    if (!user.passwordHash && user.passkeys.length === 0 && user.identities.length === 1) throw new Refusal('conflict', 'This is the only way to log in: set a password or add a passkey first.')
    await tx.linkedIdentity.deleteMany({ where: { userId, issuer } })
    await mailNotice(tx, user, 'providerOff', { what: new URL(issuer).host })
    await recordOperatorAudit(tx, ctx, { verb: 'user.unlinkIdentity', target: { kind: 'user', id: userId }, before: { issuer } })
  })
}
