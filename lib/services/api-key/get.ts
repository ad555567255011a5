import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ApiKeyId } from '@/lib/core/inputs/api-key'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { keyColumns, keyRow, type ApiKeyRow } from './row'

/** One of the tenant's keys. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getApiKey({ ctx, input }: { ctx: TenantContext; input: z.input<typeof ApiKeyId> }): Promise<ApiKeyRow> {
  authorize(ctx, 'apiKey.read')
  const { id } = parseInput(ApiKeyId, input)
  const row = await inTenant(ctx.tenantId, (tx) => tx.apiKey.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id } }, select: keyColumns }))
  if (!row) throw new Refusal('not_found', 'There is no such API key.')
  return keyRow(row)
}
