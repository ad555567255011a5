import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { TenantId } from '@/lib/core/inputs/operator'
import { sendJob } from '@/lib/queue/send'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { operate } from './operate'

/**
 * Ends a suspension: a job processes what was held, in the order it came. A tenant that is also to be deleted stays stopped for that.
 * Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (not suspended).
 */
export async function resumeTenant({ ctx, input }: { ctx: OperatorContext; input: { id: string } }): Promise<void> {
  authorizeOperator(ctx, 'tenant.stop')
  const { id } = parseInput(TenantId, input)
  await operate(ctx, id, async ({ tx, tenant, record }) => {
    if (!tenant.suspendedAt) throw new Refusal('conflict', 'The tenant is not suspended.')
    const before = { reason: tenant.suspendReason, suspendedAt: tenant.suspendedAt.toISOString() }
    await tx.tenant.update({ where: { id }, data: { suspendedAt: null, suspendReason: null } })
    await record({ verb: 'tenant.resume', target: { kind: 'tenant', id }, before })
    await mailMembers(tx, {
      tenantId: id,
      kind: 'tenantResumed',
      who: 'admins',
      words: (t, { name, at }) => ({
        subject: t('tenantResumed.subject', { tenant: name }),
        paragraphs: [t('tenantResumed.what', { tenant: name })],
        link: { label: t('tenantResumed.link', { tenant: name }), url: at('') },
      }),
    })
    if (!tenant.deletionAskedAt) await sendJob(tx, 'resume', { tenantId: id })
  })
}
