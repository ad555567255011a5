import { Refusal } from '@/lib/core/access/refusal'
import { SecondCode } from '@/lib/core/inputs/account'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { countSecondTry, forgiveSecond } from '@/lib/services/account/login-limit'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { takeRecoveryCode } from './recovery'
import { log } from '@/lib/log'
import { takeTotp } from './totp'

/**
 * The second step of a log-in: a code of the app, or a recovery code, each once. The caller has seen the password. Throws Refusal `invalid`,
 * `rate_limited` (counted before the code is looked at), `unauthenticated`.
 */
export async function verifySecond({ ctx, userId, input }: { ctx: { ip?: string }; userId: string; input: unknown }): Promise<'totp' | 'recovery'> {
  const { code } = parseInput(SecondCode, input)
  await countSecondTry(userId, ctx.ip)
  const method = await inPlatform(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null } })
    if (!user) return undefined
    if (/^\d{6}$/.test(code)) return (await takeTotp(tx, userId, code)) ? 'totp' : undefined
    if (!(await takeRecoveryCode(tx, userId, code))) return undefined
    const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } })
    await mailNotice(tx, user, 'recoveryUsed', { left })
    await recordOperatorAudit(tx, { actor: { kind: 'user', id: userId }, ...ctx }, { verb: 'user.useRecoveryCode', target: { kind: 'user', id: userId }, after: { left } })
    return 'recovery'
  })
  if (!method) {
    // ASVS 5.0 16.3.1: a second step that failed, after the right password, is worth more notice than a password that did.
    log.warn({ userId, ip: ctx.ip }, 'a second step failed')
    throw new Refusal('unauthenticated', 'The code is not right, or was used before.')
  }
  await forgiveSecond(userId)
  return method
}
