import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import type { AuditVerb } from '@/lib/core/audit/verb'
import { bothForms, inUnicode } from '@/lib/core/domain/both-forms'
import { answered, type Consent, type ConsentAnswer } from '@/lib/core/domain/consent'
import { AnswerConsent } from '@/lib/core/inputs/domain'
import type { DomainConsent } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { asTenant, inTenant, type Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { consentRequest, type ConsentRequest } from './list'

const verbs: Record<ConsentAnswer, AuditVerb> = { grant: 'domain.consentGrant', refuse: 'domain.consentRefuse', withdraw: 'domain.consentWithdraw' }

/**
 * Answers a request for a name below the tenant's domain. A grant lets the claim be verified by its next check; taking one back makes the
 * name fail, with its grace. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` where the answer does not fit what was said before.
 */
export async function answerConsent({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<ConsentRequest> {
  authorize(ctx, 'domain.write')
  const { id, consentId, answer } = parseInput(AnswerConsent, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM domain_consent WHERE "tenantId" = ${tenantId}::uuid AND id = ${consentId}::uuid FOR UPDATE`
    const row = await tx.domainConsent.findFirst({ where: { tenantId, id: consentId, domainId: id } })
    if (!row) throw new Refusal('not_found', 'There is no such request: GET /domains/{id}/consents lists them.')
    const now = (row.answer ?? 'asked') as Consent
    const next = answered(now, answer)
    if (!next || next === 'asked') throw new Refusal('conflict', `The request for ${row.name} is ${now}: it cannot be answered so now.`, [{ path: [], message: `is ${now}`, code: now }])
    await tx.domainConsent.updateMany({ where: { tenantId, id: consentId }, data: { answer: next, answeredAt: new Date() } })
    await recordAudit(tx, ctx, { verb: verbs[answer], target: { kind: 'domain', id }, before: { name: row.name, consent: now }, after: { name: row.name, consent: next } })
    await notifyLive(tx, `t:${tenantId}:domain`)
    await tellClaimant(tx, row, next)
    return consentRequest(await tx.domainConsent.findFirstOrThrow({ where: { tenantId, id: consentId } }))
  })
}

/** The claimant's part: its row, its audit without a name, its admins, and a look at once. */
async function tellClaimant(tx: Transaction, { name, claimTenantId: tenantId, claimId: id }: DomainConsent, consent: Exclude<Consent, 'asked'>): Promise<void> {
  await asTenant(tx, tenantId, async () => {
    const claim = await tx.domain.findFirst({ where: { tenantId, id } })
    if (!claim) return
    await tx.domain.updateMany({ where: { tenantId, id }, data: { consent } })
    await recordAudit(tx, { actor: { kind: 'job', id: 'domain-consent' }, tenantId, role: 'owner' }, { verb: 'domain.consent', target: { kind: 'domain', id }, before: { consent: claim.consent }, after: { consent } })
    await sendJob(tx, 'domain-check', { tenantId, id }, { singletonKey: id })
    await mailMembers(tx, {
      tenantId,
      kind: 'consentAnswered',
      who: 'admins',
      words: (t, tenant) => ({
        subject: t(`consentAnswered.${consent}Subject`, { name: inUnicode(name) }),
        paragraphs: [t(`consentAnswered.${consent}`, { name: bothForms(name) })],
        link: { label: t('consentAnswered.link'), url: tenant.at(`/domains/${id}`) },
      }),
    })
    await notifyLive(tx, `t:${tenantId}:domain`)
  })
}
