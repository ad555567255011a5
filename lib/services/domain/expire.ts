import type { TenantContext } from '@/lib/core/access/actor'
import { bothForms, inUnicode } from '@/lib/core/domain/both-forms'
import { notifyLive } from '@/lib/db/live'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { dropRequest } from './consent/request'
import { giveUpIdentity } from './identity'

const most = 200

/** Every minute, in the worker: claims whose 14 days are over are closed, and their tenants told. Gives how many. */
export async function expireClaims(now = new Date()): Promise<number> {
  const rows = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM expired_claims(${now}, ${most}::int)`)
  let closed = 0
  for (const { tenantId, id } of rows)
    closed += await inTenant(tenantId, async (tx) => {
      const ctx: TenantContext = { actor: { kind: 'job', id: 'domain-expiry' }, tenantId, role: 'owner' }
      const row = await tx.domain.findFirst({ where: { tenantId, id } })
      // It may have been proved, or closed by another worker, in this moment.
      const { count } = await tx.domain.deleteMany({ where: { tenantId, id, status: 'pending', expiresAt: { lte: now } } })
      if (!row || count === 0) return 0
      await recordAudit(tx, ctx, { verb: 'domain.expire', target: { kind: 'domain', id }, before: { name: row.name, status: row.status } })
      await dropRequest(tx, row)
      await giveUpIdentity(tx, row.name)
      const name = bothForms(row.name)
      await mailMembers(tx, {
        tenantId,
        kind: 'domainExpired',
        who: 'admins',
        words: (t, tenant) => ({
          subject: t('domainExpired.subject', { name: inUnicode(row.name) }),
          paragraphs: [t('domainExpired.what', { name, tenant: tenant.name }), t('domainExpired.do')],
          link: { label: t('domainExpired.link'), url: tenant.at('/domains') },
        }),
      })
      await notifyLive(tx, `t:${tenantId}:domain`)
      return 1
    })
  return closed
}
