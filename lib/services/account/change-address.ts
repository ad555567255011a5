import { config } from '@/lib/config'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ConfirmAddress, RequestAddress } from '@/lib/core/inputs/account'
import { Prisma } from '@/lib/db/generated/client'
import { database } from '@/lib/db/client'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { makeToken, tokenHash } from './link-token'
import { mailNotice, type Reader } from './mail-notice'
import { mailWords, plainName } from './mail-words'
import { requireProof } from './proof'
import { queueMail } from './queue-mail'
import { countSignUp } from './sign-up-limit'

const lifetime = 86_400_000

/**
 * Asks for another address of the own account: a link goes to the new one and one to the old, and both must say yes. The answer does not
 * tell whether the new address has an account; its owner is told by mail. Throws Refusal `invalid`, `rate_limited`, `precondition_failed`.
 */
export async function requestAddress({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { email } = parseInput(RequestAddress, input)
  await countSignUp('address', ctx.actor.id)
  await inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const user = await tx.user.findUniqueOrThrow({ where: { id: ctx.actor.id } })
    if (user.email === email) throw new Refusal('invalid', 'This is the present address.', [{ path: ['email'], message: 'is the present address', code: 'same' }])
    const [toNew, toOld] = [makeToken(), makeToken()]
    const data = { email, newTokenHash: tokenHash(toNew), oldTokenHash: tokenHash(toOld), newConfirmedAt: null, oldConfirmedAt: null, createdAt: new Date(), expiresAt: new Date(Date.now() + lifetime) }
    await tx.addressChange.upsert({ where: { userId: user.id }, create: { userId: user.id, ...data }, update: data })
    const taken = await tx.user.findUnique({ where: { email }, select: { locale: true } })
    if (taken) await mailTaken(tx, email, taken.locale)
    else await mailLink(tx, 'addressNew', { ...user, email }, email, toNew)
    await mailLink(tx, 'addressOld', user, email, toOld)
    await recordOperatorAudit(tx, ctx, { verb: 'user.requestAddress', target: { kind: 'user', id: user.id }, after: { email } })
  })
}

async function mailLink(tx: Transaction, kind: 'addressNew' | 'addressOld', to: Reader, email: string, token: string): Promise<void> {
  const t = mailWords(to.locale)
  const paragraphs = [t('mail.confirmHello', { name: plainName(to.name) }), t(`mail.${kind}Body`, { email }), t(`mail.${kind}Ignore`)]
  const link = { label: t('mail.addressLink'), url: `${config().url}/address?token=${token}` }
  await queueMail(tx, { kind, to: to.email, content: { locale: to.locale, subject: t('mail.addressSubject'), paragraphs, link } })
}

async function mailTaken(tx: Transaction, email: string, locale: string): Promise<void> {
  const t = mailWords(locale)
  await queueMail(tx, { kind: 'known', to: email, content: { locale, subject: t('mail.knownSubject'), paragraphs: [t('mail.takenBody'), t('mail.knownIgnore')] } })
}

const open = (token: string) => ({ OR: [{ newTokenHash: tokenHash(token) }, { oldTokenHash: tokenHash(token) }], expiresAt: { gt: new Date() }, user: { disabledAt: null } })

/** What a link would confirm, and from which side; undefined for one that does not work any more. Changes nothing. */
export async function findAddressChange(token: string): Promise<{ from: string; to: string; side: 'new' | 'old' } | undefined> {
  const row = await database().prisma.addressChange.findFirst({ where: open(token), include: { user: { select: { email: true } } } })
  return row ? { from: row.user.email, to: row.email, side: row.newTokenHash === tokenHash(token) ? 'new' : 'old' } : undefined
}

/** Says yes for one side. Gives whether the address is changed now, or which side is still asked. Throws Refusal `invalid`, `rate_limited`, `not_found`. */
export async function confirmAddress({ ctx, input }: { ctx: { ip?: string }; input: unknown }): Promise<{ done: boolean }> {
  const { token } = parseInput(ConfirmAddress, input)
  await countSignUp('link', ctx.ip)
  const gone = new Refusal('not_found', 'This link does not work any more: ask for the change once more.')
  try {
    return await inPlatform(async (tx) => {
      const hash = tokenHash(token)
      const now = new Date()
      const isNew = await tx.addressChange.updateMany({ where: { newTokenHash: hash, expiresAt: { gt: now } }, data: { newConfirmedAt: now } })
      if (isNew.count === 0) await tx.addressChange.updateMany({ where: { oldTokenHash: hash, expiresAt: { gt: now } }, data: { oldConfirmedAt: now } })
      // Read after the own mark, whose row lock lets the two sides pass one after the other.
      const row = await tx.addressChange.findFirst({ where: open(token), include: { user: true } })
      if (!row) throw gone
      if (!row.newConfirmedAt || !row.oldConfirmedAt) return { done: false }
      const { user, email } = row
      await tx.user.update({ where: { id: user.id }, data: { email } })
      await tx.addressChange.delete({ where: { userId: user.id } })
      await tx.passwordReset.deleteMany({ where: { userId: user.id } })
      await mailNotice(tx, user, 'addressChanged')
      const by = { actor: { kind: 'user', id: user.id } as const, ...ctx }
      await recordOperatorAudit(tx, by, { verb: 'user.changeAddress', target: { kind: 'user', id: user.id }, before: { email: user.email }, after: { email } })
      return { done: true }
    })
  } catch (error) {
    // Somebody signed up with the new address meanwhile.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw gone
    throw error
  }
}

/** Takes the wish for another address back. Doing it twice is the same as once. */
export async function cancelAddress({ ctx }: { ctx: UserContext }): Promise<void> {
  await inPlatform(async (tx) => {
    const { count } = await tx.addressChange.deleteMany({ where: { userId: ctx.actor.id } })
    if (count > 0) await recordOperatorAudit(tx, ctx, { verb: 'user.cancelAddress', target: { kind: 'user', id: ctx.actor.id } })
  })
}
