import { z } from 'zod'
import type { Actor } from '@/lib/core/access/actor'
import { Fault } from '@/lib/core/fault'
import type { Prisma } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { emitWebhooks } from '@/lib/services/webhook/emit'
import { databaseFault } from './database-fault'
import { decideDelivery } from './decide'
import { moveCount } from './move-count'
import { released } from './released'
import { publishedRules } from './rules'
import { storedMail } from './stored-mail'
import { changedEvents } from './webhook/message-event'

export const ReplayJob = z.object({
  tenantId: z.uuid(),
  deliveryId: z.uuid(),
  run: z.coerce.number().int().min(1),
  actorKind: z.enum(['user', 'apiKey', 'webhook', 'job', 'correspondent']),
  actorId: z.string(),
})
export type ReplayJob = z.infer<typeof ReplayJob>

/**
 * Runs the published rules on a stored mail again: a new trace, the new disposition, counts, event and audit in one transaction.
 * Once for each run number. Throws Fault.
 */
export async function runReplay(job: ReplayJob): Promise<void> {
  const { tenantId, deliveryId } = job
  try {
    const stored = await storedMail(tenantId, deliveryId)
    if (!stored) throw new Fault('permanent', 'The delivery to replay is not there.')
    await inTenant(tenantId, async (tx) => {
      const before = await lockDelivery(tx, job)
      if (!before || (await tx.trace.count({ where: { tenantId, deliveryId, run: job.run } })) > 0) return
      const published = await publishedRules(async (text, values) => ({ rows: await tx.$queryRawUnsafe(text, ...values) }), tenantId)
      const decided = decideDelivery({ ...stored, ...published })
      const held = decided.disposition === 'quarantined' && (await wasReleased(tx, job))
      await write(tx, job, before, { ...decided, ...(held && released), version: published.version })
    })
  } catch (error) {
    throw databaseFault('Replaying a delivery', error)
  }
}

/** What a person has let out of quarantine no rule puts back: the trace says what the rules would have done. */
const wasReleased = async (tx: Transaction, { tenantId, deliveryId }: ReplayJob): Promise<boolean> =>
  (await tx.event.findFirst({ where: { tenantId, deliveryId, kind: 'released' }, select: { key: true } })) !== null

interface Before {
  id: string
  recipient: string
  fromAddress: string
  subject: string
  disposition: string
  receivedAt: Date
  ruleVersion: number | null
}

async function lockDelivery(tx: Transaction, { tenantId, deliveryId }: ReplayJob): Promise<Before | undefined> {
  const rows = await tx.$queryRaw<Before[]>`
    SELECT id::text, recipient, "fromAddress", subject, disposition, "receivedAt", "ruleVersion" FROM delivery WHERE "tenantId" = ${tenantId}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`
  return rows[0]
}

type Decided = ReturnType<typeof decideDelivery> & { version: number | null }

async function write(tx: Transaction, job: ReplayJob, before: Before, decided: Decided): Promise<void> {
  const { tenantId, deliveryId, run } = job
  const { disposition, reason, reasonCode, matchedRules, steps, version } = decided
  const actor: Actor = { kind: job.actorKind, id: job.actorId }
  await tx.trace.createMany({ data: [{ tenantId, deliveryId, run, steps: steps as unknown as Prisma.InputJsonValue }] })
  await tx.delivery.updateMany({ where: { tenantId, id: deliveryId }, data: { disposition, reason, reasonCode: reasonCode as unknown as Prisma.InputJsonValue, matchedRules, ruleVersion: version } })
  const data = { from: before.disposition, to: disposition, run, ruleVersion: version }
  await tx.event.createMany({ data: [{ tenantId, deliveryId, key: `replayed:${run}`, kind: 'replayed', at: new Date(), data }] })
  await moveCount(tx, tenantId, before, disposition)
  await emitWebhooks(tx, tenantId, changedEvents(before, before.disposition, { disposition, reason, run }))
  await notifyLive(tx, `t:${tenantId}:delivery`)
  await recordAudit(tx, { actor, tenantId, role: 'member' }, {
    verb: 'message.replay',
    target: { kind: 'message', id: deliveryId },
    before: { disposition: before.disposition, ruleVersion: before.ruleVersion },
    after: { disposition, ruleVersion: version, run },
  })
}
