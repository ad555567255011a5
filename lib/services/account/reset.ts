import { config } from '@/lib/config'
import { Refusal } from '@/lib/core/access/refusal'
import { RequestReset, ResetPassword } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { makeToken, tokenHash } from './link-token'
import { forgiveAccount } from './login-limit'
import { revokeSessions } from './login-session'
import { mailNotice } from './mail-notice'
import { mailWords, plainName } from './mail-words'
import { hashPassword, refuseOwnWords } from './password'
import { queueMail } from './queue-mail'
import { countSignUp } from './sign-up-limit'

interface Caller {
  ip?: string
}

const lifetime = 3_600_000
/** No answer is faster, so that the time does not tell which addresses have an account. */
export const resetFloorMs = 250

/**
 * Mails a link for a new password to the address, where it has an account that is not disabled. The answer and its time are the same
 * whatever there is. Throws Refusal `invalid`, `rate_limited`.
 */
export async function requestReset({ ctx, input }: { ctx: Caller; input: unknown }): Promise<void> {
  const { email } = parseInput(RequestReset, input)
  await countSignUp('ip', ctx.ip)
  await countSignUp('reset', email)
  const floor = new Promise((resolve) => setTimeout(resolve, resetFloorMs))
  await inPlatform(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, disabledAt: null } })
    if (!user) return
    const token = makeToken()
    await tx.passwordReset.createMany({ data: [{ tokenHash: tokenHash(token), userId: user.id, expiresAt: new Date(Date.now() + lifetime) }] })
    const t = mailWords(user.locale)
    const paragraphs = [t('mail.confirmHello', { name: plainName(user.name) }), t('mail.resetBody'), t('mail.knownIgnore')]
    const link = { label: t('mail.resetLink'), url: `${config().url}/reset?token=${token}` }
    await queueMail(tx, { kind: 'reset', to: email, content: { locale: user.locale, subject: t('mail.resetSubject'), paragraphs, link } })
  })
  await floor
}

const open = (token: string) => ({ tokenHash: tokenHash(token), expiresAt: { gt: new Date() }, user: { disabledAt: null } })

/** Whose password a link would change; undefined for one that was used, has run out or was never given. Changes nothing. */
export async function findReset(token: string): Promise<{ email: string } | undefined> {
  const row = await database().prisma.passwordReset.findFirst({ where: open(token), select: { user: { select: { email: true } } } })
  return row?.user
}

/**
 * Sets the password by a link, which works once; ends all log-ins and all other links. It logs nobody in: a second step is asked for as
 * ever. Throws Refusal `invalid`, `rate_limited`, `not_found` for a link that does not work any more.
 */
export async function resetPassword({ ctx, input }: { ctx: Caller; input: unknown }): Promise<void> {
  const { token, password } = parseInput(ResetPassword, input)
  await countSignUp('link', ctx.ip)
  const passwordHash = await hashPassword(password)
  const email = await inPlatform(async (tx) => {
    const row = await tx.passwordReset.findFirst({ where: open(token), include: { user: true } })
    // Two at once: the deletion counts for one of them.
    const { count } = await tx.passwordReset.deleteMany({ where: { tokenHash: tokenHash(token) } })
    if (!row || count === 0) throw new Refusal('not_found', 'This link does not work any more: ask for a new one.')
    const { user } = row
    refuseOwnWords(password, user)
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await tx.passwordReset.deleteMany({ where: { userId: user.id } })
    await tx.addressChange.deleteMany({ where: { userId: user.id } })
    await revokeSessions(tx, user.id)
    await mailNotice(tx, user, 'passwordChanged')
    await recordOperatorAudit(tx, { actor: { kind: 'user', id: user.id }, ...ctx }, { verb: 'user.resetPassword', target: { kind: 'user', id: user.id } })
    return user.email
  })
  await forgiveAccount(email)
}
