import type { Planned } from './plan'
import { isOurRuleSet } from './rule'

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
  /** Why it waits or failed, in sentences. */
  note?: string
}

/** A plan that touches only our rules applies by itself; one that meets what an operator has not seen yet waits for one. */
export function decide({ installation, planned, accepted, live, appliedBefore, byOperator }: PolicyInput): Decision {
  if (planned.broken.length > 0) return { status: 'failed', auto: false, note: planned.broken.join(' ') }
  if (planned.steps.length === 0) return { status: 'applied', auto: false }
  const waits = (note: string): Decision => ({ status: 'waiting', auto: false, note })
  const { name } = planned.basis.active
  if (name !== null && !isOurRuleSet(installation, name) && !accepted.ruleSets.includes(name))
    return waits(`The active receipt rule set ${name} was made by another program, and is met for the first time: its rules are kept as they are. Apply the plan to go on.`)
  if (name === null && appliedBefore) return waits('Somebody has switched receiving off: no receipt rule set is active. Apply the plan to switch it on again.')
  if (live && !accepted.first) return waits('It is the first plan on this AWS account: read it, then apply it.')
  return { status: 'ready', auto: !byOperator }
}
