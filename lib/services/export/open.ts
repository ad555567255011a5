import type { Readable } from 'node:stream'
import { openObject } from '@/lib/aws/objects'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ExportId } from '@/lib/core/inputs/export'
import { Receiving } from '@/lib/core/receiving'
import { exportKey } from '@/lib/core/tenant/export'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { exportColumns, exportNotFound, exportRow } from './row'

export interface ExportFile {
  bytes: number
  /** When it was made. */
  at: Date
  /** Opened when it is wanted: whoever calls it reads it to its end, or destroys it. */
  open(): Promise<Readable>
}

/** The file of an export that is ready; that somebody fetched it is in the audit. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (not ready, or expired). */
export async function openExport({ ctx, input }: { ctx: TenantContext; input: ExportId }): Promise<ExportFile> {
  authorize(ctx, 'tenant.export')
  const { id } = parseInput(ExportId, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const found = await tx.tenantExport.findFirst({ where: { tenantId, id }, select: exportColumns })
    if (!found) throw exportNotFound()
    const { state, bytes, settledAt } = exportRow(found)
    if (state !== 'ready') throw new Refusal('conflict', state === 'expired' ? 'The file has expired: ask for another.' : 'The file is not ready.')
    const receiving = Receiving.parse((await tx.platformSetting.findUnique({ where: { key: 'receiving' } }))?.value)
    await recordAudit(tx, ctx, { verb: 'tenant.exportFetched', target: { kind: 'export', id } })
    return { bytes: bytes ?? 0, at: settledAt ?? new Date(), open: () => openObject(receiving.bucket, exportKey(tenantId, id)) }
  })
}
