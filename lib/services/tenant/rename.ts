import type { TenantContext } from '@/lib/core/access/actor'
import { RenameTenant } from '@/lib/core/inputs/tenant'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { getTenant, type TenantAnswer } from './get'

/** Gives the tenant another name; its slug never changes. Throws Refusal `forbidden`, `invalid`. */
export async function renameTenant({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<TenantAnswer> {
  authorize(ctx, 'tenant.write')
  const { name } = parseInput(RenameTenant, input)
  await inTenant(ctx.tenantId, async (tx) => {
    const before = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true } })
    if (before.name === name) return
    await tx.tenant.updateMany({ where: { id: ctx.tenantId }, data: { name } })
    await recordAudit(tx, ctx, { verb: 'tenant.rename', target: { kind: 'tenant', id: ctx.tenantId }, before, after: { name } })
  })
  return getTenant({ ctx })
}
