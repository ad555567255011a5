import { Refusal } from '@/lib/core/access/refusal'
import { nameOf, type Identity } from '@/lib/core/account/identity'
import { inPlatform } from '@/lib/db/tenant'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { refuseUnregistrable } from '@/lib/services/account/registration'

const refuse = (code: 'disabled' | 'unverified' | 'linkFirst', message: string) => new Refusal('forbidden', message, [{ path: [], message, code }])

/**
 * The user whom a provider's identity belongs to: by an earlier link, or a new account of an address that the provider vouches for.
 * An address that has an account already is never linked here, or whoever controls such an address at some provider would own the account:
 * its owner links it once logged in. Throws Refusal `forbidden` with the code disabled, unverified, linkFirst, closed or domain.
 */
export async function logInByProvider({ ctx, identity, locale }: { ctx: { ip?: string }; identity: Identity; locale: string }): Promise<string> {
  const { issuer, subject, email, verified } = identity
  return inPlatform(async (tx) => {
    // Two first log-ins at once make one account.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 7))`
    const link = await tx.linkedIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, include: { user: { select: { disabledAt: true } } } })
    if (link) {
      if (link.user.disabledAt) throw refuse('disabled', 'This account is disabled.')
      await tx.linkedIdentity.update({ where: { issuer_subject: { issuer, subject } }, data: { lastUsedAt: new Date() } })
      return link.userId
    }
    if (!email || !verified) throw refuse('unverified', 'The provider does not vouch for an email address.')
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) throw refuse('linkFirst', 'This address has an account already: log in to it first, then link the provider.')
    await refuseUnregistrable(tx, email)
    const name = nameOf({ name: identity.name, email })
    const { id } = await tx.user.create({ data: { email, name, locale }, select: { id: true } })
    await tx.linkedIdentity.create({ data: { issuer, subject, userId: id, email, lastUsedAt: new Date() } })
    await recordOperatorAudit(tx, { actor: { kind: 'user', id }, ...ctx }, { verb: 'user.signUp', target: { kind: 'user', id }, after: { email, name, issuer } })
    return id
  })
}
