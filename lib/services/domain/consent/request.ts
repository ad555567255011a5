import { namesAbove } from '@/lib/core/domain/above'
import { bothForms, inUnicode } from '@/lib/core/domain/both-forms'
import type { Consent } from '@/lib/core/domain/consent'
import type { Domain } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { asTenant, type Transaction } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { ownersOf } from '@/lib/services/domain/owners'
import { mailMembers } from '@/lib/services/notice/mail-members'

/**
 * What the tenant that owns the nearest domain above says of this claim, asking it where it was not asked yet; undefined where no other tenant
 * has to be asked. Called only for a claim that has its proof, so that nobody without the zone can ask. What was once refused stays refused,
 * also for a claim made anew. The owner learns the name and the record in its zone, never who asks; the claimant that it waits, never for whom.
 */
export async function consentFor(tx: Transaction, row: Domain): Promise<Consent | undefined> {
  const above = namesAbove(row.name)
  const owners = await ownersOf(tx, above)
  const owner = above.map((name) => owners.find((o) => o.name === name)).find((o) => o !== undefined)
  if (!owner || owner.tenantId === row.tenantId) return undefined
  const { tenantId } = owner
  return asTenant(tx, tenantId, async () => {
    const proof = `pr=${row.token}`
    const where = { tenantId, claimTenantId: row.tenantId, name: row.name }
    const { count } = await tx.domainConsent.createMany({ data: [{ ...where, domainId: owner.id, proof, claimId: row.id }], skipDuplicates: true })
    if (count === 0) {
      const [known] = await tx.$queryRaw<{ id: string; answer: Consent | null }[]>`
        SELECT id::text, answer FROM domain_consent WHERE "tenantId" = ${tenantId}::uuid AND "claimTenantId" = ${row.tenantId}::uuid AND name = ${row.name} FOR UPDATE`
      await tx.domainConsent.updateMany({ where, data: { domainId: owner.id, proof, claimId: row.id } })
      return known?.answer ?? 'asked'
    }
    await recordAudit(tx, { actor: { kind: 'job', id: 'domain-check' }, tenantId, role: 'owner' }, { verb: 'domain.consentAsked', target: { kind: 'domain', id: owner.id }, after: { name: row.name, proof } })
    const [name, parent] = [bothForms(row.name), bothForms(owner.name)]
    await mailMembers(tx, {
      tenantId,
      kind: 'consentAsked',
      who: 'admins',
      words: (t, tenant) => ({
        subject: t('consentAsked.subject', { name: inUnicode(row.name) }),
        paragraphs: [t('consentAsked.what', { name, parent }), t('consentAsked.proof', { record: `_postroom.${row.name} TXT ${proof}` }), t('consentAsked.do')],
        link: { label: t('consentAsked.link'), url: tenant.at(`/domains/${owner.id}#consent`) },
      }),
    })
    await notifyLive(tx, `t:${tenantId}:domain`)
    return 'asked'
  })
}

/** The claim is given up: who was asked need not answer. A refusal is kept, so that it need not be said twice. */
export async function dropRequest(tx: Transaction, row: Domain): Promise<void> {
  if (row.consent === null) return
  for (const tenantId of new Set((await ownersOf(tx, namesAbove(row.name))).map((o) => o.tenantId)))
    await asTenant(tx, tenantId, async () => {
      const { count } = await tx.domainConsent.deleteMany({ where: { tenantId, claimId: row.id, OR: [{ answer: null }, { answer: { not: 'refused' } }] } })
      if (count > 0) await notifyLive(tx, `t:${tenantId}:domain`)
    })
}
