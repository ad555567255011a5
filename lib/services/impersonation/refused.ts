import type { TenantContext } from '@/lib/core/access/actor'
import type { Permission } from '@/lib/core/access/matrix'
import { inTenant } from '@/lib/db/tenant'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'

/** An operator who looks into a tenant tried to change something there: both sides read of it. */
export async function noteRefusedWrite(ctx: TenantContext, permission: Permission): Promise<void> {
  if (!ctx.impersonation) return
  const entry = { verb: 'impersonation.refused', target: { kind: 'tenant', id: ctx.tenantId }, after: { permission, reason: ctx.impersonation.reason } } as const
  await inTenant(ctx.tenantId, async (tx) => {
    await recordAudit(tx, ctx, entry)
    await recordOperatorAudit(tx, { actor: { kind: 'user', id: ctx.actor.id } }, entry)
  })
}
