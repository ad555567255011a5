import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  role: string
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
}

/** The tenant's keys, newest first; never a hash. Throws Refusal `forbidden`. */
export async function listApiKeys({ ctx }: { ctx: TenantContext }): Promise<ApiKeyRow[]> {
  authorize(ctx, 'apiKey.read')
  const select = { id: true, name: true, prefix: true, role: true, createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true } as const
  return inTenant(ctx.tenantId, (tx) => tx.apiKey.findMany({ where: { tenantId: ctx.tenantId }, select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }))
}
