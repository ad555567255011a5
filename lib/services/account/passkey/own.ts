import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { PasskeyId } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { requireProof } from '@/lib/services/account/proof'
import { dropIdleCodes } from '@/lib/services/account/second/recovery'

export interface OwnPasskey {
  id: string
  name: string
  /** Whether it is kept by more than one device (WebAuthn §6.1.3). */
  backedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

export const listPasskeys = ({ ctx }: { ctx: UserContext }): Promise<OwnPasskey[]> =>
  database().prisma.passkey.findMany({ where: { userId: ctx.actor.id }, orderBy: { createdAt: 'asc' }, select: { id: true, name: true, backedUp: true, createdAt: true, lastUsedAt: true } })

/** Removes a passkey of the own account. Throws Refusal `invalid`, `precondition_failed`, `not_found` for a foreign or missing one. */
export async function removePasskey({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { id } = parseInput(PasskeyId, input)
  const userId = ctx.actor.id
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const row = await tx.passkey.findFirst({ where: { id, userId }, include: { user: true } })
    if (!row) throw new Refusal('not_found', 'There is no such passkey: it may have been removed already.')
    await tx.passkey.deleteMany({ where: { id, userId } })
    await dropIdleCodes(tx, userId)
    await mailNotice(tx, row.user, 'passkeyOff', { what: row.name })
    await recordOperatorAudit(tx, ctx, { verb: 'user.removePasskey', target: { kind: 'passkey', id }, before: { name: row.name } })
  })
}
