import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { applyPlan } from './apply-plan'
import { makePlanIfNeeded } from './make-plan'
import type { PlanAnswer } from './answer'
import { enqueueApply } from './store-plan'

/**
 * The worker's own look, at its start and from time to time: goes on with an apply whose worker died, applies what was left ready, and
 * plans afresh where no plan is open, so that a drift, or a change that slipped by the debounce, is found without anybody asking. Throws Fault.
 */
export async function checkSync(): Promise<PlanAnswer | undefined> {
  const interrupted = await database().prisma.plan.findMany({ where: { status: 'applying' }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  for (const { id } of interrupted) await applyPlan({ planId: id })
  const ready = await database().prisma.plan.findMany({ where: { status: 'ready', createdBy: null }, select: { id: true } })
  for (const { id } of ready) await inPlatform((tx) => enqueueApply(tx, id))
  const waiting = await database().prisma.plan.count({ where: { status: { in: ['ready', 'waiting'] } } })
  return waiting > 0 ? undefined : makePlanIfNeeded({ reason: 'The regular look at what SES has found a difference.' })
}
