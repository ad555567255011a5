import { said } from '@/lib/core/rules/why'
import type { Planned } from './plan'
import { isOurRuleSet } from './rule'
import type { PlanNote } from './said'

/** What an operator has agreed to: foreign rule sets by name, and (on the real AWS) that anything is applied at all. */
export interface Accepted {
  first: boolean
  ruleSets: string[]
}

export interface PolicyInput {
  installation: string
  planned: Planned
  accepted: Accepted
  /** On the real AWS nothing is applied before an operator has accepted the first plan. */
  live: boolean
  /** Whether this installation has ever switched a rule set on. */
  appliedBefore: boolean
  /** An operator asked for it: they read it, and apply it themselves. */
  byOperator: boolean
}

export interface Decision {
  status: 'ready' | 'waiting' | 'applied' | 'failed'
  /** Applies by itself. */
  auto: boolean
  /** Why it waits or failed. */
  notes?: PlanNote[]
}

/** A plan that touches only our rules applies by itself; one that meets what an operator has not seen yet waits for one. */
export function decide({ installation, planned, accepted, live, appliedBefore, byOperator }: PolicyInput): Decision {
  if (planned.broken.length > 0) return { status: 'failed', auto: false, notes: planned.broken }
  if (planned.steps.length === 0) return { status: 'applied', auto: false }
  const waits = (note: PlanNote): Decision => ({ status: 'waiting', auto: false, notes: [note] })
  const { name } = planned.basis.active
  if (name !== null && !isOurRuleSet(installation, name) && !accepted.ruleSets.includes(name))
    return waits(said('foreignSet', { set: name, n: planned.counts.foreign }))
  if (name === null && appliedBefore) return waits(said('switchedOff'))
  if (live && !accepted.first) return waits(said('firstPlan'))
  return { status: 'ready', auto: !byOperator }
}
