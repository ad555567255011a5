import type { Transaction } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { cancelWaiting } from './cancel-waiting'

/** Switches an endpoint off that its own answers gave up (410, or nothing taken for three days), and says so to the tenant's admins. */
export async function disableWebhook(tx: Transaction, tenantId: string, id: string, why: 'gone' | 'failing'): Promise<void> {
  await tx.webhookEndpoint.updateMany({ where: { tenantId, id, state: 'enabled' }, data: { state: 'disabled', disabledWhy: why, disabledAt: new Date() } })
  const cancelled = await cancelWaiting(tx, tenantId, id)
  await recordAudit(tx, { actor: { kind: 'job', id: 'webhook' }, tenantId, role: 'owner' }, { verb: 'webhook.disable', target: { kind: 'webhook', id }, before: { enabled: true }, after: { enabled: false, why, cancelled } })
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { tenantId, id }, select: { url: true } })
  const url = endpoint?.url ?? ''
  await mailMembers(tx, {
    tenantId,
    kind: 'webhookDisabled',
    who: 'admins',
    words: (t, tenant) => ({
      subject: t('webhookDisabled.subject', { url }),
      paragraphs: [t(`webhookDisabled.${why}`, { url, tenant: tenant.name }), t('webhookDisabled.do')],
      link: { label: t('webhookDisabled.link'), url: tenant.at(`/webhooks/${id}`) },
    }),
  })
}
