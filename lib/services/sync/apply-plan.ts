// Applying a plan. Mail is taken at every moment, because the active set is never edited: a copy is changed, read back, and switched to in
// one call. SES has no compare-and-set, so the active set is read as late as can be before the switch, and what was replaced is read once
// more after it. Whatever a crash leaves, running again goes to the same end: the copy's name is stored before the copy is made, a
// half-made copy is thrown away, and a target that is active already only needs its books done.
import { receipts, type Receipts } from '@/lib/aws/ses/receipts'
import { Pace } from '@/lib/aws/ses/pace'
import { config } from '@/lib/config'
import { Fault, isTransient } from '@/lib/core/fault'
import { sameRules } from '@/lib/core/receipt/normalise'
import { plan, sameSeen, seen } from '@/lib/core/receipt/plan'
import { ruleSetName, type RuleSet } from '@/lib/core/receipt/rule'
import { StoredPlan, type Progress } from '@/lib/core/receipt/stored'
import { said } from '@/lib/core/rules/why'
import { database } from '@/lib/db/client'
import type { Plan } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { inPlatform } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { planAnswer, type PlanAnswer } from './answer'
import { readDesired, type Desired } from './desired'
import { withSyncLock, type SyncLock } from './lock'
import { draw } from './make-plan'
import { makeRoom, tidy } from './old-sets'
import { runStep } from './run-steps'
import { settleApplied } from './settle'
import { noteLook } from './look'
import { noteOf, PlanFault } from './plan-fault'
import { json, noted, storeOwnPlan } from './store-plan'

/**
 * Applies a plan that is `ready` (or goes on with one that is `applying`), alone in its region. In the worker's role.
 * A plan made from a state that is no longer is refused as `stale`, and a new one is made; one whose target is active already becomes
 * `applied`. What SES refuses ends it as `failed`. Throws a transient Fault where trying again can help: call again with the same id.
 */
export function applyPlan({ planId }: { planId: string }): Promise<PlanAnswer> {
  return withSyncLock(config().aws.region, async (lock) => {
    const row = await database().prisma.plan.findUnique({ where: { id: planId } })
    if (!row) throw new Fault('permanent', `There is no plan ${planId}.`)
    if (!['ready', 'applying', 'stale'].includes(row.status)) return planAnswer(row)
    const application = new Application(row, await readDesired(), lock)
    try {
      return planAnswer(await application.run())
    } catch (error) {
      if (error instanceof Cancelled) return planAnswer(await application.undo())
      const open = { id: planId, status: { in: ['ready', 'applying'] } }
      const settled = { ...noted([noteOf(error)]), ...(isTransient(error) ? {} : { status: 'failed', settledAt: new Date() }) }
      await inPlatform(async (tx) => {
        await tx.plan.updateMany({ where: open, data: settled })
        await notifyLive(tx, 'plan')
      })
      if (isTransient(error)) throw error
      log.error({ err: error, planId }, 'a plan failed')
      return planAnswer(await database().prisma.plan.findUniqueOrThrow({ where: { id: planId } }))
    }
  })
}

/** An operator called it off before the switch. */
class Cancelled extends Error {}

class Application {
  private readonly stored: StoredPlan
  private readonly ses: Receipts
  private progress: Progress

  constructor(
    private readonly row: Plan,
    private readonly desired: Desired,
    lock: SyncLock,
  ) {
    this.stored = StoredPlan.parse(row)
    this.ses = receipts(new Pace(desired.callsPerSecond, lock.alive))
    this.progress = this.stored.progress ?? { phase: 'prepare', done: 0, total: this.stored.steps.length }
  }

  async run(): Promise<Plan> {
    const active = await this.ses.activeRuleSet()
    if (active && sameRules(active.rules, this.stored.target.rules)) return this.finish(active)
    if (this.row.status === 'stale') return this.row
    if (!(await this.begin())) return database().prisma.plan.findUniqueOrThrow({ where: { id: this.row.id } })
    if (!(await this.isFresh(active))) return this.stale(active)
    const { copy, error } = await this.change()
    // Read as late as can be: whoever changed the active set meanwhile shall not be overrun, and may be why a call was refused.
    const now = await this.ses.activeRuleSet()
    if (!sameSeen(seen(now), this.stored.basis.active)) {
      await this.ses.deleteRuleSet(copy)
      return this.stale(now)
    }
    if (error) {
      await this.ses.deleteRuleSet(copy)
      throw error
    }
    await this.note({ phase: 'switch' })
    await this.ses.activate(copy)
    return this.finish({ name: copy, rules: this.stored.target.rules })
  }

  /** False where it was cancelled meanwhile. */
  private async begin(): Promise<boolean> {
    const open = { id: this.row.id, status: { in: ['ready', 'applying'] } }
    return inPlatform(async (tx) => {
      const { count } = await tx.plan.updateMany({ where: open, data: { status: 'applying', ...noted([]), progress: json(this.progress) } })
      await notifyLive(tx, 'plan')
      return count === 1
    })
  }

  private async note(change: Partial<Progress>): Promise<void> {
    this.progress = { ...this.progress, ...change }
    // Looked at between calls: whoever cancels meanwhile finds the row, and so does the switch.
    const goesOn = await inPlatform(async (tx) => {
      const { count } = await tx.plan.updateMany({ where: { id: this.row.id, status: 'applying' }, data: { progress: json(this.progress) } })
      await notifyLive(tx, 'plan')
      return count === 1
    })
    if (!goesOn) throw new Cancelled('The plan was cancelled.')
  }

  /** The copy of a cancelled plan goes; the active set was never touched. */
  async undo(): Promise<Plan> {
    if (this.progress.ruleSet) await this.ses.deleteRuleSet(this.progress.ruleSet)
    return database().prisma.plan.findUniqueOrThrow({ where: { id: this.row.id } })
  }

  /** Whether SES and the tenants' state still are what the plan was made from. */
  private async isFresh(active: RuleSet | undefined): Promise<boolean> {
    const { basis, target } = this.stored
    const { receiving } = this.desired
    if (!receiving || !sameSeen(seen(active), basis.active)) return false
    const source = basis.source.name === basis.active.name ? active : await this.ses.ruleSet(basis.source.name ?? '')
    if (!sameSeen(seen(source), basis.source)) return false
    return sameRules(plan({ ...this.desired, receiving, active, source, otherRuleSets: 0 }).target, target.rules)
  }

  /** Makes the changed copy. A refusal of SES is handed back: the caller first looks whether somebody else caused it. */
  private async change(): Promise<{ copy: string; error?: Fault }> {
    const { basis, target, steps } = this.stored
    const { installation } = this.desired
    if (this.progress.ruleSet) await this.ses.deleteRuleSet(this.progress.ruleSet)
    const names = await makeRoom(this.ses, installation, [basis.active.name, basis.source.name])
    let n = 1
    while (names.includes(ruleSetName(installation, new Date(), n))) n++
    const copy = ruleSetName(installation, new Date(), n)
    await this.note({ phase: 'copy', ruleSet: copy, done: 0 })
    try {
      await (basis.source.name === null ? this.ses.createRuleSet(copy) : this.ses.cloneRuleSet(copy, basis.source.name))
      await this.note({ phase: 'change', done: 1 })
      for (const [i, step] of steps.entries()) {
        if (step.rule === undefined) continue
        await runStep(this.ses, copy, target.rules, step)
        await this.note({ done: i + 1 })
      }
      await this.note({ phase: 'compare' })
      const made = await this.ses.ruleSet(copy)
      if (!made || !sameRules(made.rules, target.rules)) throw new PlanFault(said('copyDiffers', { set: copy }))
      return { copy }
    } catch (error) {
      if (error instanceof Fault && error.permanence === 'permanent') return { copy, error }
      throw error
    }
  }

  /** The new plan and the end of this one are one transaction: a crash before it leaves this one to be run again. */
  private async stale(active: RuleSet | undefined): Promise<Plan> {
    const made = await draw(this.desired, this.ses, { byOperator: false, active })
    return inPlatform(async (tx) => {
      await storeOwnPlan(tx, { ...made, reason: said('afterStale', { plan: this.row.id }) })
      await notifyLive(tx, 'plan')
      return tx.plan.update({ where: { id: this.row.id }, data: { status: 'stale', ...noted([said('changedSince')]), settledAt: new Date() } })
    })
  }

  /** The target is active: does the books, and carries over what somebody wrote into the replaced set in the last second. */
  private async finish(active: RuleSet): Promise<Plan> {
    const { basis } = this.stored
    const switched = this.progress.ruleSet === active.name
    const late = switched ? await this.changedSince() : undefined
    const next = late && (await draw(this.desired, this.ses, { byOperator: false, active, source: late }))
    const sets = await tidy(this.ses, this.desired.installation, active.name, basis.active.name)
    const done: Progress = { ...this.progress, phase: 'done', done: this.stored.steps.length }
    return inPlatform(async (tx) => {
      if (next) await storeOwnPlan(tx, { ...next, reason: said('changedLate', { set: late.name, plan: this.row.id }) })
      if (!next) await noteLook(tx, { installation: this.desired.installation, active, sets, calls: 0 })
      return settleApplied(tx, { planId: this.row.id, desired: this.desired, basis, rules: active.rules, progress: done })
    })
  }

  private async changedSince(): Promise<RuleSet | undefined> {
    const { active, source } = this.stored.basis
    for (const was of source.name === active.name ? [active] : [active, source]) {
      const now = was.name === null ? undefined : await this.ses.ruleSet(was.name)
      if (now && !sameSeen(seen(now), was)) return now
    }
    return undefined
  }
}
