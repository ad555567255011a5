import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { ApiKeyPage } from '@/lib/core/inputs/api-key'
import { cursorOf } from '@/lib/core/inputs/operator'
import type { Page } from '@/lib/core/inputs/page'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { keyColumns, keyRow, type ApiKeyRow } from './row'

/** The tenant's keys, newest first, those that have ended too; never a hash. Throws Refusal `forbidden`, `invalid`. */
export async function listApiKeys({ ctx, input = {} }: { ctx: TenantContext; input?: z.input<typeof ApiKeyPage> }): Promise<Page<ApiKeyRow>> {
  authorize(ctx, 'apiKey.read')
  const { limit, cursor } = parseInput(ApiKeyPage, input)
  const before = cursor && { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
  const where = { tenantId: ctx.tenantId, ...before }
  const rows = await inTenant(ctx.tenantId, (tx) => tx.apiKey.findMany({ where, select: keyColumns, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit + 1 }))
  const data = rows.slice(0, limit).map(keyRow)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null }
}
