import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { TenantId } from '@/lib/core/inputs/operator'
import type { Tenant } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, type AuditEntry } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { changeStanding } from './change'
import { operate } from './operate'

/**
 * An owner takes the deletion back: what was held is processed, unless an operator has suspended the tenant as well.
 * Throws Refusal `forbidden` (also where an operator asked for it), `conflict` (not asked for).
 */
export async function undeleteTenant({ ctx }: { ctx: TenantContext }): Promise<void> {
  authorize(ctx, 'tenant.delete')
  await changeStanding(ctx.tenantId, async (tx, tenant) => {
    if (tenant.deletionAskedBy === 'operator') throw new Refusal('forbidden', 'An operator asked for the deletion: only an operator takes it back. Ask one.')
    await unmark(tx, tenant, (entry) => recordAudit(tx, ctx, entry))
  })
}

/** As `undeleteTenant`, by an operator, whoever asked. Throws Refusal `not_found` too. */
export async function undeleteTenantByOperator({ ctx, input }: { ctx: OperatorContext; input: { id: string } }): Promise<void> {
  authorizeOperator(ctx, 'tenant.erase')
  const { id } = parseInput(TenantId, input)
  await operate(ctx, id, ({ tx, tenant, record }) => unmark(tx, tenant, record))
}

async function unmark(tx: Transaction, tenant: Tenant, record: (entry: AuditEntry) => Promise<void>): Promise<void> {
  if (!tenant.deletionDueAt) throw new Refusal('conflict', 'No deletion was asked for.')
  const before = { dueAt: tenant.deletionDueAt.toISOString(), by: tenant.deletionAskedBy }
  await tx.tenant.update({ where: { id: tenant.id }, data: { deletionAskedAt: null, deletionDueAt: null, deletionAskedBy: null } })
  await mailMembers(tx, {
    tenantId: tenant.id,
    kind: 'tenantDeletion',
    who: 'admins',
    words: (t, { name, at }) => ({
      subject: t('tenantDeletion.keptSubject', { tenant: name }),
      paragraphs: [t('tenantDeletion.kept', { tenant: name })],
      link: { label: t('tenantDeletion.link', { tenant: name }), url: at('') },
    }),
  })
  await record({ verb: 'tenant.undelete', target: { kind: 'tenant', id: tenant.id }, before })
  if (!tenant.suspendedAt) await sendJob(tx, 'resume', { tenantId: tenant.id })
}
