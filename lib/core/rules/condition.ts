import { fold, type FoldedFacts, type TextField } from './facts'
import type { Condition, Leaf } from './rule'
import type { VerdictName, Verdicts } from './verdict'
import { show } from './show'
import { said, type Why, type WhyKey } from './why'

export interface Outcome {
  matched: boolean
  /** What was compared with what. */
  because: string
  /** The same, for the reader's language. */
  why: Why[]
}

/** Decides a condition. All of an empty list is true, any of it false, none of it true. */
export function decide(condition: Condition, facts: FoldedFacts, verdicts: Verdicts): Outcome {
  if ('all' in condition) return decideAll(condition.all, facts, verdicts)
  if ('any' in condition) return decideAny(condition.any, facts, verdicts)
  if ('none' in condition) {
    if (condition.none.length === 0) return { matched: true, because: 'there is no condition that must not hold', why: [said('noneEmpty')] }
    const { matched, because, why } = decideAny(condition.none, facts, verdicts)
    return matched ? { matched: false, because: `this must not hold: ${because}`, why: [said('mustNot'), ...why] } : { matched: true, because, why }
  }
  return decideLeaf(condition, facts, verdicts)
}

const join = (outcomes: Outcome[]) => ({ because: outcomes.map((o) => o.because).join('; '), why: outcomes.flatMap((o) => o.why).slice(0, mostWhys) })

function decideAll(conditions: Condition[], facts: FoldedFacts, verdicts: Verdicts): Outcome {
  if (conditions.length === 0) return { matched: true, because: 'there is no condition: every mail matches', why: [said('allEmpty')] }
  const held: Outcome[] = []
  for (const condition of conditions) {
    const outcome = decide(condition, facts, verdicts)
    if (!outcome.matched) return outcome
    held.push(outcome)
  }
  return { matched: true, ...join(held) }
}

function decideAny(conditions: Condition[], facts: FoldedFacts, verdicts: Verdicts): Outcome {
  if (conditions.length === 0) return { matched: false, because: 'any of no conditions: no mail matches', why: [said('anyEmpty')] }
  const failed: Outcome[] = []
  for (const condition of conditions) {
    const outcome = decide(condition, facts, verdicts)
    if (outcome.matched) return outcome
    failed.push(outcome)
  }
  return { matched: false, ...join(failed) }
}

type Comparison = 'equals' | 'starts_with' | 'ends_with' | 'contains'
const compare: Record<Comparison, (value: string, wanted: string) => boolean> = {
  equals: (value, wanted) => value === wanted,
  starts_with: (value, wanted) => value.startsWith(wanted),
  ends_with: (value, wanted) => value.endsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
}
const verbs: Record<Comparison, [string, string]> = {
  equals: ['is', 'is not'],
  starts_with: ['starts with', 'does not start with'],
  ends_with: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
}

const keys: Record<Comparison, [WhyKey, WhyKey]> = {
  equals: ['equals', 'equalsNot'],
  starts_with: ['startsWith', 'startsWithNot'],
  ends_with: ['endsWith', 'endsWithNot'],
  contains: ['contains', 'containsNot'],
}

// Two hundred rules of fifty branches each would make a trace of megabytes.
const mostWhys = 10

function decideLeaf(leaf: Leaf, facts: FoldedFacts, verdicts: Verdicts): Outcome {
  switch (leaf.field) {
    case 'verdict.spam':
    case 'verdict.virus':
    case 'verdict.spf':
    case 'verdict.dkim':
    case 'verdict.dmarc':
      return decideVerdict(leaf.field, leaf.op === 'not_equals', leaf.values, verdicts)
    case 'header':
      return leaf.op === 'exists' ? decideExists(leaf.name, facts) : decideText(leaf, facts)
    default:
      return decideText(leaf, facts)
  }
}

function decideExists(name: string, facts: FoldedFacts): Outcome {
  const [first] = facts.values('header', name).shown
  if (first === undefined) return { matched: false, because: `header ${name} is not there`, why: [said('missing', { field: 'header', name })] }
  return { matched: true, because: `header ${name} is there: ${show(first)}`, why: [said('headerThere', { name, found: show(first) })] }
}

function decideVerdict(field: string, negative: boolean, values: string[], verdicts: Verdicts): Outcome {
  const found = verdicts[field.slice('verdict.'.length) as VerdictName]
  const equal = values.includes(found)
  const verdict = { verdict: field.slice('verdict.'.length), found }
  if (equal) return { matched: !negative, because: `${field} is ${found}`, why: [said('verdict', verdict)] }
  return { matched: negative, because: `${field} is ${found}, not ${values.join(' or ')}`, why: [said('verdictNot', { ...verdict, wanted: values })] }
}

interface TextLeaf {
  field: TextField
  name?: string
  op: Comparison | 'not_equals'
  values: string[]
}

// A field of several values (From, a repeated header) matches by any of them; not_equals asks that none of them is any of the values.
function decideText(leaf: TextLeaf, facts: FoldedFacts): Outcome {
  const name = leaf.field === 'header' ? `header ${leaf.name}` : leaf.field
  const negative = leaf.op === 'not_equals'
  const comparison: Comparison = leaf.op === 'not_equals' ? 'equals' : leaf.op
  const { shown, folded } = facts.values(leaf.field, leaf.name)
  const [is, isNot] = verbs[comparison]
  const what = { field: leaf.field, name: leaf.name ?? '' }
  if (shown.length === 0) return { matched: negative, because: `${name} is not there`, why: [said('missing', what)] }
  const length = comparison === 'contains' ? folded.reduce((sum, value) => sum + value.length, 0) : 0
  for (const wanted of leaf.values) {
    if (!facts.afford(length))
      return { matched: false, because: `${name} was not compared: the rules before took too much time on this mail`, why: [said('notCompared', what)] }
    const at = folded.findIndex((value) => compare[comparison](value, fold(wanted)))
    if (at < 0) continue
    const found = show(shown[at]!)
    return { matched: !negative, because: `${name} ${is} ${show(wanted)}: ${found}`, why: [said(keys[comparison][0], { ...what, wanted: show(wanted), found })] }
  }
  const why = [said(keys[comparison][1], { ...what, wanted: some(leaf.values), found: some(shown) })]
  return { matched: negative, because: `${name} ${isNot} ${listed(leaf.values)}: ${listed(shown)}`, why }
}

// The first few values tell enough; the rule itself shows them all.
const listed = (values: readonly string[]): string =>
  values.slice(0, 3).map(show).join(' or ') + (values.length > 3 ? ` or ${values.length - 3} more` : '')
const some = (values: readonly string[]): string[] => [...values.slice(0, 3).map(show), ...(values.length > 3 ? ['…'] : [])]
