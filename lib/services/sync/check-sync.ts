import { said } from '@/lib/core/rules/why'
import { database } from '@/lib/db/client'
import { applyPlan } from './apply-plan'
import { readDesired } from './desired'
import { makePlanIfNeeded } from './make-plan'
import type { PlanAnswer } from './answer'

/**
 * The worker's own look, at its start and from time to time: goes on with an apply whose worker died, and plans afresh, so that a drift, or a change that slipped by the debounce, is found without anybody asking. Throws Fault.
 */
export async function checkSync(): Promise<PlanAnswer | undefined> {
  const interrupted = await database().prisma.plan.findMany({ where: { status: 'applying' }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  for (const { id } of interrupted) await applyPlan({ planId: id })
  // Before the set-up there is nothing to compare, and a failed plan would only alarm the operator.
  if (!(await readDesired()).receiving) return undefined
  return makePlanIfNeeded({ reason: said('regularLook') })
}
