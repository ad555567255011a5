import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { notifyLive } from '@/lib/db/live'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { planAnswer, type PlanAnswer } from './answer'
import { findPlan } from './read-plan'
import { enqueueApply, noted } from './store-plan'

/**
 * An operator applies a plan, and by that accepts what a waiting one met; the worker does it, so the answer is its state now (202).
 * A stale plan is looked at once more: it becomes `applied` where its target is active. Throws Refusal `not_found`, `conflict`.
 */
export async function requestApply({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanAnswer> {
  authorizeOperator(ctx, 'plan.write')
  return inPlatform(async (tx) => {
    const row = await findPlan(tx, input)
    if (row.status === 'failed' || row.status === 'cancelled')
      throw new Refusal('conflict', `The plan is ${row.status}: make a new one with POST /operator/plans, then apply that.`)
    if (row.status === 'applied' || row.status === 'applying') return planAnswer(row)
    // The condition settles a race with a cancel or a second apply.
    if (row.status === 'waiting') {
      const { count } = await tx.plan.updateMany({ where: { id: row.id, status: 'waiting' }, data: { status: 'ready', ...noted([]) } })
      if (count === 0) return planAnswer(await findPlan(tx, { id: row.id }))
    }
    await enqueueApply(tx, row.id)
    await notifyLive(tx, 'plan')
    await recordOperatorAudit(tx, ctx, { verb: 'plan.apply', target: { kind: 'plan', id: row.id }, before: { status: row.status } })
    return planAnswer(await findPlan(tx, { id: row.id }))
  })
}

/**
 * An operator calls off a plan that has not switched yet: one that is being applied stops before its next call, and its copy is removed.
 * Throws Refusal `not_found`, `conflict`.
 */
export async function cancelPlan({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanAnswer> {
  authorizeOperator(ctx, 'plan.write')
  return inPlatform(async (tx) => {
    const row = await findPlan(tx, input)
    // The worker notes `switch` on the same row before it switches: of the two, whoever comes first wins.
    const count = await tx.$executeRaw`
      UPDATE plan SET status = 'cancelled', "settledAt" = now() WHERE id = ${row.id}::uuid
        AND (status IN ('ready', 'waiting') OR (status = 'applying' AND coalesce(progress ->> 'phase', 'prepare') NOT IN ('switch', 'done')))`
    if (count === 0) throw new Refusal('conflict', 'Only a plan that has not switched yet can be cancelled.')
    await recordOperatorAudit(tx, ctx, { verb: 'plan.cancel', target: { kind: 'plan', id: row.id }, before: { status: row.status } })
    await notifyLive(tx, 'plan')
    return planAnswer(await findPlan(tx, { id: row.id }))
  })
}
