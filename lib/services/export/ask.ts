import { randomUUID } from 'node:crypto'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import type { ExportRow } from '@/lib/core/tenant/export'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { sendJob } from '@/lib/queue/send'
import { authorize } from '@/lib/services/access/authorize'
import { recordAudit } from '@/lib/services/audit/record'
import { exportColumns, exportRow } from './row'

/** Files that are kept side by side. */
const mostReady = 3

/**
 * Asks for a file with all that the tenant has: a job makes it, also while the tenant is stopped. One at a time.
 * Throws Refusal `forbidden`, `conflict` (one is being made, or too many are kept).
 */
export async function askExport({ ctx }: { ctx: TenantContext }): Promise<ExportRow> {
  authorize(ctx, 'tenant.export')
  const { tenantId, actor } = ctx
  const id = randomUUID()
  return inTenant(tenantId, async (tx) => {
    const ready = await tx.tenantExport.count({ where: { tenantId, state: 'ready', expiresAt: { gt: new Date() } } })
    if (ready >= mostReady) throw new Refusal('conflict', `${ready} files are kept already: fetch one of them, or wait until one expires.`, [{ path: [], message: 'is one too many', code: 'many' }])
    const { count } = await tx.tenantExport.createMany({ data: [{ tenantId, id, actorKind: actor.kind, actorId: actor.id }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', 'An export is being made already: wait until it is ready.', [{ path: [], message: 'is being made', code: 'open' }])
    await recordAudit(tx, ctx, { verb: 'tenant.export', target: { kind: 'export', id } })
    await sendJob(tx, 'export', { tenantId, id })
    await notifyLive(tx, `t:${tenantId}:export`)
    return exportRow((await tx.tenantExport.findUnique({ where: { tenantId_id: { tenantId, id } }, select: exportColumns }))!)
  })
}
