import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { SuspendTenant } from '@/lib/core/inputs/operator'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { operate } from './operate'

/**
 * Stops a tenant at once: nothing leaves, mail that comes is held, nobody of it writes. It reads the reason.
 * Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (suspended already).
 */
export async function suspendTenant({ ctx, input }: { ctx: OperatorContext; input: SuspendTenant }): Promise<void> {
  authorizeOperator(ctx, 'tenant.stop')
  const { id, reason } = parseInput(SuspendTenant, input)
  await operate(ctx, id, async ({ tx, tenant, record }) => {
    if (tenant.suspendedAt) throw new Refusal('conflict', 'The tenant is suspended already: resume it first, or leave it so.')
    const suspendedAt = new Date()
    await tx.tenant.update({ where: { id }, data: { suspendedAt, suspendReason: reason } })
    await mailMembers(tx, {
      tenantId: id,
      kind: 'tenantSuspended',
      who: 'admins',
      words: (t, { name, at }) => ({
        subject: t('tenantSuspended.subject', { tenant: name }),
        paragraphs: [t('tenantSuspended.what', { tenant: name }), t('tenantSuspended.reason', { reason })],
        link: { label: t('tenantSuspended.link', { tenant: name }), url: at('') },
      }),
    })
    await record({ verb: 'tenant.suspend', target: { kind: 'tenant', id }, after: { reason, suspendedAt: suspendedAt.toISOString() } })
  })
}
