import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ApiKeyId } from '@/lib/core/inputs/api-key'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'

/** Ends a key at once; a revoked one stays so. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function revokeApiKey({ ctx, input }: { ctx: TenantContext; input: { id: string } }): Promise<void> {
  authorize(ctx, 'apiKey.write')
  const { id } = parseInput(ApiKeyId, input)
  await inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { tenantId: ctx.tenantId, id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count > 0) return recordAudit(tx, ctx, { verb: 'apiKey.revoke', target: { kind: 'apiKey', id } })
    const known = await tx.apiKey.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id } }, select: { id: true } })
    if (!known) throw new Refusal('not_found', 'There is no such API key.')
  })
}
