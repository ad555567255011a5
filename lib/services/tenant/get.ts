import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'

export interface TenantAnswer {
  id: string
  slug: string
  name: string
  createdAt: Date
  /** The mail domain that the tenant has without DNS. */
  domain: string
}

/** The tenant itself. Throws Refusal `forbidden`. */
export async function getTenant({ ctx }: { ctx: TenantContext }): Promise<TenantAnswer> {
  authorize(ctx, 'tenant.read')
  const row = await inTenant(ctx.tenantId, (tx) => tx.tenant.findUnique({ where: { id: ctx.tenantId }, select: { id: true, slug: true, name: true, createdAt: true } }))
  if (!row) throw new Refusal('not_found', 'There is no such tenant.')
  return { ...row, domain: `${row.slug}.${config().domain}` }
}
