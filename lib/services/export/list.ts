import type { TenantContext } from '@/lib/core/access/actor'
import { ExportId } from '@/lib/core/inputs/export'
import type { ExportRow } from '@/lib/core/tenant/export'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { exportColumns, exportNotFound, exportRow } from './row'

const mostShown = 20

/** The tenant's exports, newest first; of older ones the audit knows. Throws Refusal `forbidden`. */
export async function listExports({ ctx }: { ctx: TenantContext }): Promise<ExportRow[]> {
  authorize(ctx, 'tenant.export')
  const { tenantId } = ctx
  const rows = await inTenant(tenantId, (tx) => tx.tenantExport.findMany({ where: { tenantId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: mostShown, select: exportColumns }))
  return rows.map((row) => exportRow(row))
}

/** One of them. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getExport({ ctx, input }: { ctx: TenantContext; input: ExportId }): Promise<ExportRow> {
  authorize(ctx, 'tenant.export')
  const { id } = parseInput(ExportId, input)
  const row = await inTenant(ctx.tenantId, (tx) => tx.tenantExport.findFirst({ where: { tenantId: ctx.tenantId, id }, select: exportColumns }))
  if (!row) throw exportNotFound()
  return exportRow(row)
}
