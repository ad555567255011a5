import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { domainAnswer, type DomainAnswer } from './answer'

/** All domains of the tenant, by name. */
export function listDomains({ ctx }: { ctx: TenantContext }): Promise<DomainAnswer[]> {
  authorize(ctx, 'domain.read')
  return inTenant(ctx.tenantId, async (tx) => (await tx.domain.findMany({ where: { tenantId: ctx.tenantId }, orderBy: { name: 'asc' } })).map(domainAnswer))
}
