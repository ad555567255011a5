import { z } from 'zod'
import type { Actor } from '@/lib/core/access/actor'
import type { Prisma } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { inTenant } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { emitWebhooks } from '@/lib/services/webhook/emit'
import { databaseFault } from './database-fault'
import { moveCount } from './move-count'
import { released } from './released'
import { releasedEvents } from './webhook/message-event'

export const ReleaseJob = z.object({ tenantId: z.uuid(), deliveryId: z.uuid() })
export type ReleaseJob = z.infer<typeof ReleaseJob>

interface Before {
  id: string
  disposition: string
  virus: string
  recipient: string
  fromAddress: string
  subject: string
  receivedAt: Date
}

interface Open {
  actorKind: Actor['kind']
  actorId: string
}

/**
 * Keeps a quarantined delivery that somebody asked to release: disposition, counts, event and audit in one transaction. The trace stays: it
 * says why the mail was quarantined. Nothing where it was taken back, is not due yet, is settled, or left quarantine meanwhile. Throws Fault.
 */
export async function runRelease({ tenantId, deliveryId }: ReleaseJob): Promise<void> {
  try {
    await inTenant(tenantId, async (tx) => {
      // The row is locked: of a release and its undo at the same moment, one wins and the other sees it.
      const [open] = await tx.$queryRaw<Open[]>`
        UPDATE message_release SET "settledAt" = now()
        WHERE "tenantId" = ${tenantId}::uuid AND "deliveryId" = ${deliveryId}::uuid AND "settledAt" IS NULL AND "cancelledAt" IS NULL AND "dueAt" <= now()
        RETURNING "actorKind", "actorId"`
      if (!open) return
      const [before] = await tx.$queryRaw<Before[]>`
        SELECT id::text, disposition, virus, recipient, "fromAddress", subject, "receivedAt" FROM delivery WHERE "tenantId" = ${tenantId}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`
      if (before?.disposition !== 'quarantined' || before.virus === 'FAIL') return
      await tx.delivery.updateMany({ where: { tenantId, id: deliveryId }, data: { ...released, reasonCode: released.reasonCode as unknown as Prisma.InputJsonValue } })
      const at = new Date()
      await tx.event.createMany({ data: [{ tenantId, deliveryId, key: `released:${at.toISOString()}`, kind: 'released', at, data: { from: before.disposition, to: 'kept' } }] })
      await moveCount(tx, tenantId, before, 'kept')
      await emitWebhooks(tx, tenantId, releasedEvents(before, before.disposition, at))
      await notifyLive(tx, `t:${tenantId}:delivery`)
      await recordAudit(tx, { actor: { kind: open.actorKind, id: open.actorId }, tenantId, role: 'member' }, {
        verb: 'message.release',
        target: { kind: 'message', id: deliveryId },
        before: { disposition: before.disposition },
        after: { disposition: 'kept' },
      })
    })
  } catch (error) {
    throw databaseFault('Releasing a delivery', error)
  }
}
