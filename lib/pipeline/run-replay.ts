import { z } from 'zod'
import { actorKinds } from '@/lib/core/access/actor'
import { Fault } from '@/lib/core/fault'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { recordAudit } from '@/lib/services/audit/record'
import { holdStanding } from '@/lib/services/tenant/standing'
import { databaseFault } from './database-fault'
import { decideDelivery } from './decide'
import { isHeldForLimit } from './hold'
import { released } from './released'
import { lockDelivery, rewriteDelivery } from './rewrite'
import { publishedRules } from './rules'
import { storedMail } from './stored-mail'

export const ReplayJob = z.object({
  tenantId: z.uuid(),
  deliveryId: z.uuid(),
  run: z.coerce.number().int().min(1),
  actorKind: z.enum(actorKinds),
  actorId: z.string(),
})
export type ReplayJob = z.infer<typeof ReplayJob>

/** Seconds until a replay that met a stopped tenant is looked at again. */
const restSeconds = 600

/**
 * Runs the published rules on a stored mail again: a new trace, the new disposition, counts, event and audit in one transaction.
 * Once for each run number. Waits while the tenant is stopped. Throws Fault.
 */
export async function runReplay(job: ReplayJob): Promise<void> {
  const { tenantId, deliveryId, run } = job
  try {
    const stored = await storedMail(tenantId, deliveryId)
    await inTenant(tenantId, async (tx) => {
      const query = async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) })
      const standing = await holdStanding(query, tenantId)
      if (standing === 'gone') return
      if (standing) return sendJob(tx, 'replay', { ...job, run: String(run) }, { after: restSeconds })
      if (!stored) throw new Fault('permanent', 'The delivery to replay is not there.')
      const before = await lockDelivery(tx, job)
      // It waits for room, which a replay does not give it.
      if (before && isHeldForLimit(before.disposition, before.reasonCode)) return
      if (!before || (await tx.trace.count({ where: { tenantId, deliveryId, run } })) > 0) return
      const published = await publishedRules(query, tenantId)
      const decided = decideDelivery({ ...stored, ...published })
      const held = decided.disposition === 'quarantined' && (await wasReleased(tx, job))
      const after = { ...decided, ...(held && released), version: published.version }
      await rewriteDelivery(tx, job, before, after)
      await recordAudit(tx, { actor: { kind: job.actorKind, id: job.actorId }, tenantId, role: 'member' }, {
        verb: 'message.replay',
        target: { kind: 'message', id: deliveryId },
        before: { disposition: before.disposition, ruleVersion: before.ruleVersion },
        after: { disposition: after.disposition, ruleVersion: after.version, run },
      })
    })
  } catch (error) {
    throw databaseFault('Replaying a delivery', error)
  }
}

/** What a person has let out of quarantine no rule puts back: the trace says what the rules would have done. */
const wasReleased = async (tx: Transaction, { tenantId, deliveryId }: ReplayJob): Promise<boolean> =>
  (await tx.event.findFirst({ where: { tenantId, deliveryId, kind: 'released' }, select: { key: true } })) !== null
