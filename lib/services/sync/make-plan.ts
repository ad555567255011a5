import type { Receipts } from '@/lib/aws/ses/receipts'
import { receipts } from '@/lib/aws/ses/receipts'
import { Pace } from '@/lib/aws/ses/pace'
import { config } from '@/lib/config'
import { hashRules } from '@/lib/core/receipt/normalise'
import { plan, type Planned } from '@/lib/core/receipt/plan'
import { decide, type Decision } from '@/lib/core/receipt/policy'
import type { PlanReason } from '@/lib/core/receipt/said'
import { said } from '@/lib/core/rules/why'
import { isOurRuleSet, type RuleSet } from '@/lib/core/receipt/rule'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { planAnswer, type PlanAnswer } from './answer'
import { readDesired, type Desired } from './desired'
import { withSyncLock } from './lock'
import { noteFailedLook, noteLook } from './look'
import { storeOwnPlan, storePlan } from './store-plan'

/**
 * Reads what SES has and what it shall have, and stores the difference as a plan; waits for a running apply first. Both roles may.
 * Always a plan (without `createdBy` it may be an open one that says the same): `applied` at once where SES need not change, `failed` with every broken limit named. Throws Fault where SES or the
 * database cannot be reached.
 */
export function makePlan({ reason, createdBy, waitMs }: { reason: PlanReason | string; createdBy?: string; waitMs?: number | undefined }): Promise<PlanAnswer> {
  const store = createdBy === undefined ? storeOwnPlan : storePlan
  return drawAlone(createdBy !== undefined, async (made) => planAnswer(await inPlatform((tx) => store(tx, { ...made, reason, createdBy }))), waitMs)
}

/** As `makePlan`, but nothing is stored where SES need not change. */
export function makePlanIfNeeded({ reason }: { reason: PlanReason }): Promise<PlanAnswer | undefined> {
  return drawAlone(false, async (made) => {
    if (made.decision.status === 'applied') return undefined
    return planAnswer(await inPlatform((tx) => storeOwnPlan(tx, { ...made, reason })))
  })
}

function drawAlone<R>(byOperator: boolean, use: (made: { planned: Planned; decision: Decision }) => Promise<R>, waitMs?: number): Promise<R> {
  return withSyncLock(config().aws.region, async (lock) => {
    const desired = await readDesired()
    const made = await draw(desired, receipts(new Pace(desired.callsPerSecond, lock.alive)), { byOperator }).catch(async (error: unknown) => {
      await noteFailedLook(error)
      throw error
    })
    return use(made)
  }, waitMs)
}

interface DrawOptions {
  byOperator: boolean
  /** As just read; else it is read. */
  active?: RuleSet | undefined
  /** The set whose copy shall be changed, where it is not the active one. */
  source?: RuleSet | undefined
}

/** Under the sync lock: the plan from SES's state as it is now, and what becomes of it. */
export async function draw(desired: Desired, ses: Receipts, options: DrawOptions): Promise<{ planned: Planned; decision: Decision }> {
  const { installation, receiving, accepted } = desired
  const active = options.active ?? (await ses.activeRuleSet())
  const sets = await ses.ruleSets()
  if (!receiving) return unprepared(active)
  const otherRuleSets = sets.filter((s) => s.name === active?.name || !isOurRuleSet(installation, s.name)).length
  const planned = plan({ ...desired, receiving, active, source: options.source, otherRuleSets })
  await inPlatform((tx) => noteLook(tx, { installation, active, sets, calls: planned.steps.length }))
  const appliedBefore = (await database().prisma.plan.count({ where: { status: 'applied', NOT: { steps: { equals: [] } } } })) > 0
  const decision = decide({ installation, planned, accepted, live: config().aws.live, appliedBefore, byOperator: options.byOperator })
  return { planned, decision }
}

function unprepared(active: RuleSet | undefined): { planned: Planned; decision: Decision } {
  const seen = { name: active?.name ?? null, hash: hashRules(active?.rules ?? []) }
  const counts = { create: 0, change: 0, delete: 0, keep: 0, foreign: active?.rules.length ?? 0 }
  return {
    planned: { basis: { active: seen, source: seen }, target: active?.rules ?? [], steps: [], counts, broken: [] },
    decision: { status: 'failed', auto: false, notes: [said('notSetUp')] },
  }
}
