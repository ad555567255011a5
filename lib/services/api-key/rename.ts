import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { RenameApiKey } from '@/lib/core/inputs/api-key'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { keyColumns, keyRow, type ApiKeyRow } from './row'

/** Gives a key another name. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function renameApiKey({ ctx, input }: { ctx: TenantContext; input: z.input<typeof RenameApiKey> }): Promise<ApiKeyRow> {
  authorize(ctx, 'apiKey.write')
  const { id, name } = parseInput(RenameApiKey, input)
  const where = { tenantId_id: { tenantId: ctx.tenantId, id } }
  return inTenant(ctx.tenantId, async (tx) => {
    const before = await tx.apiKey.findUnique({ where, select: keyColumns })
    if (!before) throw new Refusal('not_found', 'There is no such API key.')
    if (before.name === name) return keyRow(before)
    const after = await tx.apiKey.update({ where, data: { name }, select: keyColumns })
    await recordAudit(tx, ctx, { verb: 'apiKey.rename', target: { kind: 'apiKey', id }, before: { name: before.name }, after: { name } })
    return keyRow(after)
  })
}
