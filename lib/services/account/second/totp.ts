import { randomBytes } from 'node:crypto'
import { config } from '@/lib/config'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { seal, unseal } from '@/lib/core/account/seal'
import { sealedUses } from '@/lib/core/sealing/uses'
import { totpSecret, totpStep, totpUri } from '@/lib/core/account/totp'
import { TotpCode } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { countSecondTry, forgiveSecond } from '@/lib/services/account/login-limit'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { requireProof } from '@/lib/services/account/proof'
import { dropIdleCodes, firstCodes } from './recovery'

const key = () => config().deriveKey(sealedUses.totp)

function open(userId: string, sealed: Uint8Array): string {
  const secret = unseal(config().deriveKeys(sealedUses.totp), userId, Buffer.from(sealed))
  if (secret === undefined) throw new Error('The secret of a second step cannot be read: its key is in neither POSTROOM_KEY nor POSTROOM_KEY_OLD.')
  return secret
}

/** Begins to set up an app: makes its secret, which asks for nothing until a code of it has come. Throws Refusal `precondition_failed`, `conflict`. */
export async function beginTotp({ ctx }: { ctx: UserContext }): Promise<void> {
  const userId = ctx.actor.id
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const secret = new Uint8Array(seal(key(), randomBytes(12), userId, totpSecret(randomBytes(20))))
    await tx.totp.deleteMany({ where: { userId, confirmedAt: null } })
    const { count } = await tx.totp.createMany({ data: [{ userId, secret }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', 'There is an app already: remove it before you add another.')
  })
}

/** The secret of an app that is being set up, for its owner to scan or type. Throws Refusal `precondition_failed`. */
export async function readNewTotp({ ctx }: { ctx: UserContext }): Promise<{ secret: string; uri: string } | undefined> {
  const { prisma } = database()
  await requireProof(prisma, ctx)
  const row = await prisma.totp.findFirst({ where: { userId: ctx.actor.id, confirmedAt: null }, include: { user: { select: { email: true } } } })
  if (!row) return undefined
  const secret = open(row.userId, row.secret)
  return { secret, uri: totpUri(secret, row.user.email) }
}

/**
 * Ends the set-up by a code of the app: from now on a log-in asks for one. Gives recovery codes where the account has none yet.
 * Throws Refusal `invalid`, `rate_limited`, `precondition_failed`, `not_found`, `unauthenticated` for a wrong code.
 */
export async function confirmTotp({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<{ codes?: string[] }> {
  const { code } = parseInput(TotpCode, input)
  const userId = ctx.actor.id
  await countSecondTry(userId, ctx.ip)
  const codes = await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const row = await tx.totp.findFirst({ where: { userId, confirmedAt: null }, include: { user: true } })
    if (!row) throw new Refusal('not_found', 'No app is being set up: begin anew.')
    const step = totpStep(open(userId, row.secret), code, Date.now(), 0)
    if (step === undefined) throw new Refusal('unauthenticated', 'The code is not right: look at the clock of the device, and enter the newest code.', [{ path: ['code'], message: 'is not right' }])
    const { count } = await tx.totp.updateMany({ where: { userId, confirmedAt: null }, data: { confirmedAt: new Date(), lastStep: step } })
    if (count === 0) throw new Refusal('conflict', 'The app is set up already.')
    await mailNotice(tx, row.user, 'appOn')
    await recordOperatorAudit(tx, ctx, { verb: 'user.addTotp', target: { kind: 'user', id: userId } })
    return firstCodes(tx, userId)
  })
  await forgiveSecond(userId)
  return codes ? { codes } : {}
}

/** Whether it is a code of the user's app that was not taken before; then it is taken. Two at once: one of them is. */
export async function takeTotp(tx: Transaction, userId: string, code: string): Promise<boolean> {
  const row = await tx.totp.findFirst({ where: { userId, confirmedAt: { not: null } } })
  if (!row) return false
  const step = totpStep(open(userId, row.secret), code, Date.now(), Number(row.lastStep))
  if (step === undefined) return false
  return (await tx.totp.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } })).count === 1
}

/** Removes the app, also one that is being set up. Throws Refusal `precondition_failed`, `not_found`. */
export async function removeTotp({ ctx }: { ctx: UserContext }): Promise<void> {
  const userId = ctx.actor.id
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const row = await tx.totp.findUnique({ where: { userId }, include: { user: true } })
    if (!row) throw new Refusal('not_found', 'There is no app: it may have been removed already.')
    await tx.totp.deleteMany({ where: { userId } })
    if (!row.confirmedAt) return
    await dropIdleCodes(tx, userId)
    await mailNotice(tx, row.user, 'appOff')
    await recordOperatorAudit(tx, ctx, { verb: 'user.removeTotp', target: { kind: 'user', id: userId } })
  })
}
