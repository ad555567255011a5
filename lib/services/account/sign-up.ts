import { config } from '@/lib/config'
import { ResendConfirmation, SignUp } from '@/lib/core/inputs/account'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { makeToken, tokenHash } from './link-token'
import { mailWords, plainName } from './mail-words'
import { hashPassword, refuseOwnWords } from './password'
import { queueMail } from './queue-mail'
import { refuseUnregistrable } from './registration'
import { countSignUp } from './sign-up-limit'

interface Caller {
  ip?: string
}

const lifetime = 86_400_000

/**
 * Notes a sign-up and mails its link; the account is made when the link is opened, so that nobody can prepare one for another's address.
 * The answer is the same for an address that has an account: that one gets a mail which says so. `invited`: the caller has seen a valid
 * invitation for this address. Throws Refusal `invalid`, `rate_limited`, `forbidden` where registration is closed for the address.
 */
export async function signUp({ ctx, input, invited = false }: { ctx: Caller; input: unknown; invited?: boolean }): Promise<void> {
  const { email, name, password, locale } = parseInput(SignUp, input)
  refuseOwnWords(password, { email, name })
  await countSignUp('ip', ctx.ip)
  await countSignUp('mail', email)
  // Also for a known address, so that the time does not tell.
  const passwordHash = await hashPassword(password)
  await inPlatform(async (tx) => {
    await refuseUnregistrable(tx, email, { invited })
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return mailKnown(tx, email, locale)
    await mailLink(tx, { email, name, passwordHash, locale, invited })
  })
}

/** Mails a new link for the last sign-up of the address, and the same answer whatever there is. Throws Refusal `invalid`, `rate_limited`. */
export async function resendConfirmation({ ctx, input }: { ctx: Caller; input: unknown }): Promise<void> {
  const { email } = parseInput(ResendConfirmation, input)
  await countSignUp('ip', ctx.ip)
  await countSignUp('mail', email)
  await inPlatform(async (tx) => {
    const last = await tx.signUp.findFirst({ where: { email, usedAt: null }, orderBy: { createdAt: 'desc' } })
    if (!last || (await tx.user.findUnique({ where: { email }, select: { id: true } }))) return
    const { name, passwordHash, locale, invited } = last
    await mailLink(tx, { email, name, passwordHash, locale, invited })
  })
}

async function mailLink(tx: Transaction, row: { email: string; name: string; passwordHash: string; locale: string; invited: boolean }): Promise<void> {
  const token = makeToken()
  await tx.signUp.createMany({ data: [{ ...row, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + lifetime) }] })
  const t = mailWords(row.locale)
  const paragraphs = [t('mail.confirmHello', { name: plainName(row.name) }), t('mail.confirmBody'), t('mail.confirmIgnore')]
  const link = { label: t('mail.confirmLink'), url: `${config().url}/confirm?token=${token}` }
  await queueMail(tx, { kind: 'confirm', to: row.email, content: { locale: row.locale, subject: t('mail.confirmSubject'), paragraphs, link } })
}

async function mailKnown(tx: Transaction, email: string, locale: string): Promise<void> {
  const t = mailWords(locale)
  const content = { locale, subject: t('mail.knownSubject'), paragraphs: [t('mail.knownBody'), t('mail.knownIgnore')], link: { label: t('mail.knownLink'), url: `${config().url}/login` } }
  await queueMail(tx, { kind: 'known', to: email, content })
}
