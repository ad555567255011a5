import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import type { AuditRow } from '@/lib/core/audit/row'
import { ListAudit } from '@/lib/core/inputs/audit'
import { cursorOf } from '@/lib/core/inputs/operator'
import type { Page } from '@/lib/core/inputs/page'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { auditQuery } from './query'

/** One page of the tenant's own audit, newest first. Throws Refusal `forbidden`, `invalid`. */
export async function listAudit({ ctx, input = {} }: { ctx: TenantContext; input?: ListAudit }): Promise<Page<AuditRow>> {
  authorize(ctx, 'audit.read')
  return page(input, ctx.tenantId, (work) => inTenant(ctx.tenantId, work))
}

/** One page of the operators' audit, in which people's own accounts stand too. Throws Refusal `forbidden`, `invalid`. */
export async function listOperatorAudit({ ctx, input = {} }: { ctx: OperatorContext; input?: ListAudit }): Promise<Page<AuditRow>> {
  authorizeOperator(ctx, 'audit.platform')
  return page(input, undefined, inPlatform)
}

async function page(input: ListAudit, tenantId: string | undefined, within: (work: (tx: Transaction) => Promise<AuditRow[]>) => Promise<AuditRow[]>): Promise<Page<AuditRow>> {
  const { limit, ...asked } = parseInput(ListAudit, input)
  const { text, values } = auditQuery(tenantId, { ...asked, take: limit + 1 })
  const rows = await within((tx) => tx.$queryRawUnsafe<AuditRow[]>(text, ...values))
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf(last) : null }
}
