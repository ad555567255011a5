import type { Rule } from './rule'

/** A change of the list of rules. Rules are named, so that it means the same on a list that somebody else changed meanwhile. */
export type ListChange =
  | { do: 'move'; name: string; to: number }
  | { do: 'up' | 'down' | 'switch' | 'delete' | 'duplicate'; name: string }
  | { do: 'add'; rule: Rule; at?: number }

export function changeList(rules: readonly Rule[], change: ListChange): Rule[] {
  if (change.do === 'add') {
    const rule = { ...change.rule, name: freeName(change.rule.name, rules) }
    return rules.toSpliced(change.at ?? rules.length, 0, rule)
  }
  const at = rules.findIndex((r) => r.name === change.name)
  const rule = rules[at]
  if (!rule) return [...rules]
  switch (change.do) {
    case 'delete':
      return rules.toSpliced(at, 1)
    case 'duplicate':
      return rules.toSpliced(at + 1, 0, { ...rule, name: freeName(rule.name, rules) })
    case 'switch':
      return rules.with(at, { ...rule, enabled: !rule.enabled })
    case 'up':
      return moved(rules, at, at - 1)
    case 'down':
      return moved(rules, at, at + 1)
    case 'move':
      return moved(rules, at, change.to)
  }
}

const moved = (rules: readonly Rule[], from: number, to: number): Rule[] => {
  const place = Math.max(0, Math.min(rules.length - 1, to))
  return rules.toSpliced(from, 1).toSpliced(place, 0, rules[from]!)
}

/** The name, or the first "name 2", "name 3" … that no rule has; at most 64 characters. */
export function freeName(name: string, rules: readonly Pick<Rule, 'name'>[]): string {
  const taken = new Set(rules.map((r) => r.name))
  if (!taken.has(name)) return name
  for (let n = 2; ; n += 1) {
    const next = `${[...name.replace(/ \d+$/, '')].slice(0, 32).join('')} ${n}`
    if (!taken.has(next)) return next
  }
}
