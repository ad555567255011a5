import { randomBytes } from 'node:crypto'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { recoveryCode, recoveryHash } from '@/lib/core/account/recovery-code'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { requireProof } from '@/lib/services/account/proof'
import { asksSecond, readFactors } from './factors'

const howMany = 10

/** Ten new codes in place of all earlier ones. They are given here alone: their hashes are kept. */
async function renewCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => recoveryCode(randomBytes(15)))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: recoveryHash(code) })) })
  return codes
}

/** With the first app or passkey come the codes that let its owner in when it is lost; undefined where there are some. */
export async function firstCodes(tx: Transaction, userId: string): Promise<string[] | undefined> {
  return (await tx.recoveryCode.count({ where: { userId, usedAt: null } })) > 0 ? undefined : renewCodes(tx, userId)
}

/** Without an app and a passkey there is nothing to recover. */
export async function dropIdleCodes(tx: Transaction, userId: string): Promise<void> {
  if (!asksSecond(await readFactors(userId, tx))) await tx.recoveryCode.deleteMany({ where: { userId } })
}

/** Takes a code, once. Two at once: one of them is told that it is none. */
export async function takeRecoveryCode(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({ where: { userId, hash: recoveryHash(code), usedAt: null }, data: { usedAt: new Date() } })
  return count === 1
}

/** Makes ten new recovery codes of the own account; the old ones are void. Throws Refusal `precondition_failed` without a recent proof, or without a second step. */
export async function renewRecoveryCodes({ ctx }: { ctx: UserContext }): Promise<string[]> {
  return inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    if (!asksSecond(await readFactors(ctx.actor.id, tx))) throw new Refusal('precondition_failed', 'There is no second step that they would recover: add an app or a passkey first.')
    const codes = await renewCodes(tx, ctx.actor.id)
    await mailNotice(tx, await tx.user.findUniqueOrThrow({ where: { id: ctx.actor.id } }), 'recoveryMade')
    await recordOperatorAudit(tx, ctx, { verb: 'user.renewRecoveryCodes', target: { kind: 'user', id: ctx.actor.id } })
    return codes
  })
}
