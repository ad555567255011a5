import type { Verdicts } from '@/lib/core/rules/verdict'
import type { Prisma } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import type { Transaction } from '@/lib/db/tenant'
import { emitWebhooks } from '@/lib/services/webhook/emit'
import type { decideDelivery } from './decide'
import { moveCount } from './move-count'
import { changedEvents, receivedEvents } from './webhook/message-event'

interface Which {
  tenantId: string
  deliveryId: string
}

/** What of a delivery stays as it is, with how it ended before. */
export interface Before extends Verdicts {
  id: string
  recipient: string
  mailFrom: string
  fromAddress: string
  subject: string
  disposition: string
  reasonCode: unknown
  receivedAt: Date
  ruleVersion: number | null
}

export async function lockDelivery(tx: Transaction, { tenantId, deliveryId }: Which): Promise<Before | undefined> {
  const rows = await tx.$queryRaw<Before[]>`
    SELECT id::text, recipient, "mailFrom", "fromAddress", subject, spam, virus, spf, dkim, dmarc, disposition, "reasonCode", "receivedAt", "ruleVersion" FROM delivery WHERE "tenantId" = ${tenantId}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`
  return rows[0]
}

export type Decided = ReturnType<typeof decideDelivery> & { version: number | null }

/** A delivery that is locked was decided once more: the new trace, the new end, its counts and its event. `cause`: what made it so, where it was no replay. */
export async function rewriteDelivery(tx: Transaction, { tenantId, deliveryId, run, cause }: Which & { run: number; cause?: 'resumed' | 'room' }, before: Before, decided: Decided): Promise<void> {
  const { disposition, reason, reasonCode, matchedRules, steps, version } = decided
  await tx.trace.createMany({ data: [{ tenantId, deliveryId, run, steps: steps as unknown as Prisma.InputJsonValue }] })
  await tx.delivery.updateMany({ where: { tenantId, id: deliveryId }, data: { disposition, reason, reasonCode: reasonCode as unknown as Prisma.InputJsonValue, matchedRules, ruleVersion: version } })
  const data = { from: before.disposition, to: disposition, run, ruleVersion: version, ...(cause ? { cause } : {}) }
  await tx.event.createMany({ data: [{ tenantId, deliveryId, key: `replayed:${run}`, kind: 'replayed', at: new Date(), data }] })
  await moveCount(tx, tenantId, before, disposition)
  const events = cause ? receivedEvents([{ ...before, disposition, reason, matchedRules }]) : changedEvents(before, before.disposition, { disposition, reason, run })
  await emitWebhooks(tx, tenantId, events)
  await notifyLive(tx, `t:${tenantId}:delivery`)
}
