import { randomBytes } from 'node:crypto'
import { bothForms, inUnicode } from '@/lib/core/domain/both-forms'
import { contest, type Contest } from '@/lib/core/domain/contest'
import { claimEnd } from '@/lib/core/domain/status'
import type { Domain } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { asTenant, type Transaction } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { emitDomainLost } from '@/lib/services/webhook/domain-event'
import type { Owner } from './owners'

export const newToken = (): string => randomBytes(16).toString('hex')

export type Move = Contest | { kind: 'moves'; /** Names that were put at SES for the old owner. */ mailFromOurs: string[] } | { kind: 'free' }

interface Seen {
  claim: Domain
  found: readonly string[]
  ttl: number | undefined
  now: Date
}

/**
 * The old owner's part where another tenant has proved the name: settles whose it is (core/domain/contest.ts), and where it moves makes the
 * domain a claim again, with a new token (the old one may stand in a cache), told by mail and audit. It keeps the mail that it has.
 */
export function moveFrom(tx: Transaction, { tenantId, id }: Owner, { claim, found, ttl, now }: Seen): Promise<Move> {
  return asTenant(tx, tenantId, async () => {
    // Held until the end: of two claimants the second sees what the first made of it.
    await tx.$queryRaw`SELECT 1 FROM "domain" WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`
    const owner = await tx.domain.findFirst({ where: { tenantId, id, status: { not: 'pending' } } })
    if (!owner) return { kind: 'free' }
    const verdict = contest({ found, owner, claim, ttl, now })
    if (verdict.kind !== 'moves') return verdict
    const none = { verifiedAt: null, failingAt: null, lapsedAt: null, toldAt: null, provenAt: null, aloneSince: null, consent: null, mailFrom: null, mailFromAskedAt: null, mailFromOurs: [] }
    await tx.domain.updateMany({ where: { tenantId, id }, data: { ...none, status: 'pending', token: newToken(), tokenAt: now, lostAt: now, expiresAt: claimEnd(now), records: [], facts: {}, checkedAt: null } })
    await tx.domainConsent.deleteMany({ where: { tenantId, domainId: id } })
    await recordAudit(tx, { actor: { kind: 'job', id: 'domain-check' }, tenantId, role: 'owner' }, { verb: 'domain.lost', target: { kind: 'domain', id }, before: { name: owner.name, status: owner.status }, after: { name: owner.name, status: 'pending' } })
    await emitDomainLost(tx, tenantId, owner, 'Another tenant has proved it by a fresh record in its DNS, and the ownership record of this one was gone.')
    await mailMembers(tx, {
      tenantId,
      kind: 'domainTaken',
      who: 'admins',
      words: (t, tenant) => ({
        subject: t('domainTaken.subject', { name: inUnicode(owner.name) }),
        paragraphs: [t('domainTaken.what', { name: bothForms(owner.name) }), t('domainTaken.effect'), t('domainTaken.do')],
        link: { label: t('domainTaken.link'), url: tenant.at(`/domains/${id}`) },
      }),
    })
    await notifyLive(tx, `t:${tenantId}:domain`)
    return { kind: 'moves', mailFromOurs: owner.mailFromOurs }
  })
}
