import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { DeleteTenant } from '@/lib/core/inputs/operator'
import { DeleteOwnTenant } from '@/lib/core/inputs/tenant'
import { graceOf } from '@/lib/core/tenant/grace'
import type { Tenant } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, type AuditEntry } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { changeStanding } from './change'
import { operate } from './operate'

export interface Deletion {
  askedAt: string
  /** From then on it is erased, and cannot be taken back. */
  dueAt: string
}

/**
 * An owner asks that the tenant be deleted: it is stopped at once, and erased after the grace. Until then `undeleteTenant` takes it back.
 * Throws Refusal `forbidden`, `invalid` (the slug was not typed right), `conflict` (asked for already).
 */
export async function deleteTenant({ ctx, input }: { ctx: TenantContext; input: DeleteOwnTenant }): Promise<Deletion> {
  authorize(ctx, 'tenant.delete')
  const { confirm } = parseInput(DeleteOwnTenant, input)
  return changeStanding(ctx.tenantId, (tx, tenant) => mark(tx, tenant, confirm, 'owner', (entry) => recordAudit(tx, ctx, entry)))
}

/** As `deleteTenant`, by an operator: only an operator takes it back. Throws Refusal `not_found` too. */
export async function deleteTenantByOperator({ ctx, input }: { ctx: OperatorContext; input: DeleteTenant }): Promise<Deletion> {
  authorizeOperator(ctx, 'tenant.erase')
  const { id, confirm } = parseInput(DeleteTenant, input)
  return operate(ctx, id, ({ tx, tenant, record }) => mark(tx, tenant, confirm, 'operator', record))
}

async function mark(tx: Transaction, tenant: Tenant, confirm: string, by: 'owner' | 'operator', record: (entry: AuditEntry) => Promise<void>): Promise<Deletion> {
  if (confirm !== tenant.slug) throw new Refusal('invalid', 'Not deleted: the name that was typed is another.', [{ path: ['confirm'], message: `must be ${tenant.slug}` }])
  if (tenant.deletionAskedAt) throw new Refusal('conflict', 'The deletion was asked for already.')
  const { graceDays } = graceOf((await tx.platformSetting.findUnique({ where: { key: 'deletion' } }))?.value)
  const askedAt = new Date()
  const dueAt = new Date(askedAt.getTime() + graceDays * 86_400_000)
  await tx.tenant.update({ where: { id: tenant.id }, data: { deletionAskedAt: askedAt, deletionDueAt: dueAt, deletionAskedBy: by } })
  const due = dueAt.toISOString().slice(0, 10)
  await mailMembers(tx, {
    tenantId: tenant.id,
    kind: 'tenantDeletion',
    who: 'admins',
    words: (t, { name, at }) => ({
      subject: t('tenantDeletion.subject', { tenant: name, due }),
      paragraphs: [t('tenantDeletion.what', { tenant: name, due, by }), t(by === 'owner' ? 'tenantDeletion.undoOwner' : 'tenantDeletion.undoOperator')],
      link: { label: t('tenantDeletion.link', { tenant: name }), url: at('') },
    }),
  })
  const deletion = { askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString() }
  await record({ verb: 'tenant.delete', target: { kind: 'tenant', id: tenant.id }, before: { slug: tenant.slug, name: tenant.name }, after: { ...deletion } })
  return deletion
}
