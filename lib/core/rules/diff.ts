import type { Rule } from './rule'

export type RuleChange = 'added' | 'removed' | 'changed' | 'moved' | 'same'

export interface DiffEntry {
  change: RuleChange
  name: string
  before?: Rule
  after?: Rule
  /** Places, from 1. */
  from?: number
  to?: number
}

/**
 * What stands between two lists of rules, in the order of the new one; removed rules stand where they were. A rule is known by its name;
 * one that differs in its name alone is `changed`, not removed and added. `moved` are the fewest that explain the new order.
 */
export function diffRules(before: readonly Rule[], after: readonly Rule[]): DiffEntry[] {
  const partner = pairs(before, after)
  const stays = longestRising(after.flatMap((_, i) => (partner[i] === undefined ? [] : [partner[i]!])))
  const entries = after.map((rule, i): DiffEntry => {
    const at = partner[i]
    if (at === undefined) return { change: 'added', name: rule.name, after: rule, to: i + 1 }
    const old = before[at]!
    const change = textOf(old) !== textOf(rule) ? 'changed' : stays.has(at) ? 'same' : 'moved'
    return { change, name: rule.name, before: old, after: rule, from: at + 1, to: i + 1 }
  })
  const found = new Set(partner)
  before.forEach((rule, at) => {
    if (found.has(at)) return
    const last = entries.findLastIndex((e) => e.change !== 'moved' && e.from !== undefined && e.from <= at)
    entries.splice(last + 1, 0, { change: 'removed', name: rule.name, before: rule, from: at + 1 })
  })
  return entries
}

export const countChanges = (entries: readonly DiffEntry[]): number => entries.filter((e) => e.change !== 'same').length

/** Equal rules have equal texts, also where their fields were written in another order. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )

function pairs(before: readonly Rule[], after: readonly Rule[]): (number | undefined)[] {
  const place = new Map(before.map((rule, i) => [rule.name, i]))
  const names = new Set(after.map((rule) => rule.name))
  const gone = new Map(before.flatMap((rule, i) => (names.has(rule.name) ? [] : [[textOf({ ...rule, name: '' }), i] as const])))
  return after.map((rule) => {
    const at = place.get(rule.name)
    if (at !== undefined) return at
    const text = textOf({ ...rule, name: '' })
    const renamed = gone.get(text)
    gone.delete(text)
    return renamed
  })
}

/** The members of a longest rising subsequence. */
function longestRising(numbers: readonly number[]): Set<number> {
  const length = numbers.map(() => 1)
  const previous = numbers.map(() => -1)
  let last = -1
  for (let i = 0; i < numbers.length; i += 1) {
    for (let j = 0; j < i; j += 1)
      if (numbers[j]! < numbers[i]! && length[j]! + 1 > length[i]!) {
        length[i] = length[j]! + 1
        previous[i] = j
      }
    if (last < 0 || length[i]! > length[last]!) last = i
  }
  const out = new Set<number>()
  for (let i = last; i >= 0; i = previous[i]!) out.add(numbers[i]!)
  return out
}
