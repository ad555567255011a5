import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'

/** The slug of the caller's own tenant, where only a key was given: no secret to anybody who acts for the tenant. */
export const slugOf = async ({ tenantId }: TenantContext): Promise<string> =>
  (await inTenant(tenantId, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { slug: true } }))).slug
