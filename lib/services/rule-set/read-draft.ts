import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { findDraft, type Draft } from './draft'

/** The tenant's draft; before the first save it is empty, with revision 0. Throws Refusal `forbidden`. */
export async function readDraft({ ctx }: { ctx: TenantContext }): Promise<Draft> {
  authorize(ctx, 'rules.read')
  return inTenant(ctx.tenantId, (tx) => findDraft(tx, ctx.tenantId))
}
