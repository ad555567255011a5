import type { Condition, Leaf, Rule } from './rule'
import { textOf } from './diff'

/** Keys of `rules.lint`. */
type NoteKey = 'notReached' | 'neverMatches' | 'alwaysExcepted' | 'keepVirus' | 'duplicateValues' | 'contradiction' | 'overridden' | 'foreignRecipient' | 'sameRule'
export interface Note {
  rule: string
  key: NoteKey
  params: { rule?: string; value?: string; field?: string; action?: string }
}

/** What a rule set says that its author may not have meant. Never a refusal. `domains` are the tenant's verified ones, in lower case. */
export function lintRules(rules: readonly Rule[], domains: readonly string[]): Note[] {
  const notes: Note[] = []
  let ended: string | undefined
  rules.forEach((rule, i) => {
    const add = (key: Note['key'], params: Note['params'] = {}) => notes.push({ rule: rule.name, key, params })
    if (!rule.enabled) return
    if (ended !== undefined) add('notReached', { rule: ended })
    const never = isNever(rule.when)
    if (never) add('neverMatches')
    if (rule.unless && isAlways(rule.unless)) add('alwaysExcepted')
    const same = rules.slice(0, i).find((r) => r.enabled && textOf([r.when, r.unless]) === textOf([rule.when, rule.unless]))
    if (same && !isAlways(rule.when)) add('sameRule', { rule: same.name })
    if (rule.actions.some((a) => a.type === 'keep') && needsVirus(rule.when)) add('keepVirus')
    for (const leaf of [rule.when, ...(rule.unless ? [rule.unless] : [])].flatMap(leaves)) {
      const twice = 'values' in leaf ? leaf.values.find((v, at) => leaf.values.slice(0, at).some((w) => fold(w) === fold(v))) : undefined
      if (twice !== undefined) add('duplicateValues', { field: leaf.field, value: twice })
      const foreign = foreignRecipient(leaf, domains)
      if (foreign !== undefined) add('foreignRecipient', { value: foreign })
    }
    const clash = contradiction(rule.when)
    if (clash !== undefined && !never) add('contradiction', { field: clash })
    if (never) return
    const later = overriddenBy(rule, rules.slice(i + 1))
    if (later && ended === undefined) add('overridden', later)
    if (isAlways(rule.when) && !rule.unless && rule.actions.some((a) => a.type === 'stop' || a.type === 'drop')) ended ??= rule.name
  })
  return notes
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Certain to hold for each mail, by its shape alone. */
function isAlways(c: Condition): boolean {
  if ('all' in c) return c.all.every(isAlways)
  if ('any' in c) return c.any.some(isAlways)
  if ('none' in c) return c.none.every(isNever)
  return false
}

/** Certain to hold for no mail, by its shape alone. */
function isNever(c: Condition): boolean {
  if ('all' in c) return c.all.some(isNever)
  if ('any' in c) return c.any.every(isNever)
  if ('none' in c) return c.none.some(isAlways)
  return false
}

function leaves(c: Condition): Leaf[] {
  if ('all' in c) return c.all.flatMap(leaves)
  if ('any' in c) return c.any.flatMap(leaves)
  if ('none' in c) return c.none.flatMap(leaves)
  return [c]
}

/** Tests that must all hold. */
const required = (c: Condition): Leaf[] => ('all' in c ? c.all.flatMap(required) : 'any' in c ? (c.any.length === 1 ? required(c.any[0]!) : []) : 'none' in c ? [] : [c])

const needsVirus = (c: Condition): boolean => required(c).some((l) => l.field === 'verdict.virus' && l.op === 'equals' && l.values.every((v) => v === 'FAIL'))

/** A field of one value that has to equal values with nothing in common. From and header fields may have several. */
function contradiction(c: Condition): string | undefined {
  const seen = new Map<string, { is?: Set<string>; not: Set<string> }>()
  for (const leaf of required(c)) {
    if (leaf.field === 'from' || leaf.field === 'header' || !('values' in leaf) || (leaf.op !== 'equals' && leaf.op !== 'not_equals')) continue
    const known = seen.get(leaf.field) ?? { not: new Set<string>() }
    const values = leaf.values.map(fold)
    if (leaf.op === 'equals') known.is = new Set(values.filter((v) => !known.is || known.is.has(v)))
    else values.forEach((v) => known.not.add(v))
    seen.set(leaf.field, known)
    if (known.is && [...known.is].every((v) => known.not.has(v))) return leaf.field
  }
  return undefined
}

/** A later rule that runs on every mail this one lets through, and decides something else. */
function overriddenBy(rule: Rule, later: readonly Rule[]): { rule: string; action: string } | undefined {
  const own = decisionOf(rule)
  if (own === undefined || own === 'drop' || rule.actions.some((a) => a.type === 'stop')) return undefined
  for (const next of later) {
    if (!next.enabled) continue
    const covers = !next.unless && (isAlways(next.when) || (!rule.unless && textOf(next.when) === textOf(rule.when)))
    const decision = decisionOf(next)
    if (covers && decision !== undefined && decision !== own) return { rule: next.name, action: decision }
    // A stop in between may keep some mails from the rest.
    if (next.actions.some((a) => a.type === 'stop' || a.type === 'drop')) return undefined
  }
  return undefined
}

function decisionOf(rule: Rule): string | undefined {
  const upToDrop = rule.actions.findIndex((a) => a.type === 'drop')
  return (upToDrop < 0 ? rule.actions : rule.actions.slice(0, upToDrop + 1)).findLast((a) => a.type !== 'stop')?.type
}

function foreignRecipient(leaf: Leaf, domains: readonly string[]): string | undefined {
  if (leaf.field !== 'recipient' && leaf.field !== 'mailbox') return undefined
  if (!('values' in leaf) || (leaf.op !== 'equals' && leaf.op !== 'ends_with')) return undefined
  return leaf.values.find((value) => {
    const at = value.lastIndexOf('@')
    return at >= 0 && value.length > at + 1 && !domains.includes(value.slice(at + 1).toLowerCase())
  })
}
