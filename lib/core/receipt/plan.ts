import { brokenLimits } from './limits'
import { compile, type CompileInput } from './compile'
import { diff, placeOurs } from './diff'
import { hashRules } from './normalise'
import type { Rule, RuleSet } from './rule'
import type { PlanNote } from './said'
import type { Counts, Step } from './step'

/** A rule set as it was seen: its name (null: none is active) and the hash of its rules. */
export interface Seen {
  name: string | null
  hash: string
}

/** What a plan was made from: the active set, and the set whose copy is changed (another one only to carry over a late change). */
export interface Basis {
  active: Seen
  source: Seen
}

export interface PlanInput extends Omit<CompileInput, 'existing'> {
  active: RuleSet | undefined
  /** Default: the active set. */
  source?: RuleSet | undefined
  otherRuleSets: number
}

export interface Planned {
  basis: Basis
  target: Rule[]
  steps: Step[]
  counts: Counts
  /** Every limit that the target breaks; such a plan is never applied. */
  broken: PlanNote[]
}

export const seen = (set: RuleSet | undefined): Seen => ({ name: set?.name ?? null, hash: hashRules(set?.rules ?? []) })

export const sameSeen = (a: Seen, b: Seen): boolean => a.name === b.name && a.hash === b.hash

/** Compile, place beside what isn't ours, compare, check limits: a plan as data. No steps where SES need not change. */
export function plan(input: PlanInput): Planned {
  const { installation, active, otherRuleSets } = input
  const source = input.source ?? active
  const current = source?.rules ?? []
  const ours = compile({ ...input, existing: current })
  const target = placeOurs(installation, current, ours)
  const { steps: changes, counts } = diff(installation, current, target)
  const basis = { active: seen(active), source: seen(source) }
  const nothing = active === undefined ? target.length === 0 : basis.active.hash === hashRules(target)
  const steps = nothing ? [] : [begin(source), ...changes, end(active)]
  // A place for the copy is needed only where a copy is made.
  return { basis, target, steps, counts, broken: brokenLimits({ installation, target, otherRuleSets: nothing ? 0 : otherRuleSets }) }
}

const begin = (source: RuleSet | undefined): Step =>
  source
    ? { call: 'CloneReceiptRuleSet', sentence: `Copy the receipt rule set ${source.name}: the copy is changed, and mail is still taken by the old one.`, params: { ruleSet: source.name } }
    : { call: 'CreateReceiptRuleSet', sentence: 'Make a receipt rule set: none is active.' }

const end = (active: RuleSet | undefined): Step => ({
  call: 'SetActiveReceiptRuleSet',
  sentence: active ? `Switch from ${active.name} to the changed copy.` : 'Make the new receipt rule set the active one.',
  params: active ? { ruleSet: active.name } : {},
})
