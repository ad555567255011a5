import { hashRule, normalise } from './normalise'
import { isOurRule, type Rule } from './rule'
import type { Counts, Step } from './step'

/** The set that SES shall have: foreign rules as they stand, in their order, then ours as one block. */
export const placeOurs = (installation: string, current: readonly Rule[], ours: readonly Rule[]): Rule[] =>
  [...current.filter((r) => !isOurRule(installation, r.name)), ...ours].map(normalise)

export interface Difference {
  /** Calls on a copy of the current set, in order; none where nothing differs. */
  steps: Step[]
  counts: Counts
}

/**
 * What turns the current rules into the target. Foreign rules are in both and are never named by a step except as the rule to come after.
 * Deletions come first, so that the limit of 200 rules is not met on the way; then changes; then rules are put in their places.
 */
export function diff(installation: string, current: readonly Rule[], target: readonly Rule[]): Difference {
  const before = new Map(current.map((r) => [r.name, r]))
  const wanted = new Set(target.map((r) => r.name))
  const ours = target.filter((r) => isOurRule(installation, r.name))
  const counts: Counts = { create: 0, change: 0, delete: 0, keep: 0, foreign: target.length - ours.length }
  const steps: Step[] = []
  const order = current.map((r) => r.name).filter((name) => wanted.has(name))

  for (const { name, recipients } of current) {
    if (wanted.has(name)) continue
    counts.delete++
    steps.push({ call: 'DeleteReceiptRule', rule: name, sentence: `Delete the receipt rule ${name}, for ${list(recipients)}.`, params: { recipients } })
  }
  for (const rule of ours) {
    const old = before.get(rule.name)
    if (!old) continue
    if (hashRule(old) === hashRule(rule)) {
      counts.keep++
      continue
    }
    counts.change++
    steps.push({ call: 'UpdateReceiptRule', rule: rule.name, ...changes(normalise(old), rule) })
  }
  target.forEach((rule, i) => {
    if (!isOurRule(installation, rule.name)) return
    const previous = target[i - 1]?.name
    const place = previous === undefined ? 0 : order.indexOf(previous) + 1
    if (order[place] === rule.name) return
    const after = previous === undefined ? {} : { after: previous }
    const where = previous === undefined ? 'at the front' : `after ${previous}`
    if (before.has(rule.name)) {
      order.splice(order.indexOf(rule.name), 1)
      steps.push({ call: 'SetReceiptRulePosition', rule: rule.name, ...after, sentence: `Move the receipt rule ${rule.name} ${where}.` })
    } else {
      counts.create++
      const sentence = `Add the receipt rule ${rule.name} ${where}, for ${list(rule.recipients)}.`
      steps.push({ call: 'CreateReceiptRule', rule: rule.name, ...after, sentence, params: { recipients: rule.recipients } })
    }
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, rule.name)
  })
  return { steps, counts }
}

function changes(old: Rule, rule: Rule): Pick<Step, 'sentence' | 'params'> {
  const added = rule.recipients.filter((r) => !old.recipients.includes(r))
  const gone = old.recipients.filter((r) => !rule.recipients.includes(r))
  const said = [...(added.length > 0 ? [`take ${list(added)}`] : []), ...(gone.length > 0 ? [`leave out ${list(gone)}`] : [])]
  const same = (key: 'enabled' | 'scanEnabled' | 'tlsPolicy' | 'actions') => JSON.stringify(old[key]) === JSON.stringify(rule[key])
  if (!same('enabled')) said.push('switch it on')
  if (!same('scanEnabled')) said.push('switch scanning on')
  if (!same('tlsPolicy')) said.push(`set TLS to ${rule.tlsPolicy}`)
  if (!same('actions')) said.push('set its actions')
  const settings = (['enabled', 'scanEnabled', 'tlsPolicy', 'actions'] as const).filter((key) => !same(key))
  return { sentence: `Change the receipt rule ${rule.name}: ${said.join(', ')}.`, params: { added, removed: gone, settings } }
}

function list(entries: readonly string[]): string {
  if (entries.length === 0) return 'every recipient'
  return entries.length <= 4 ? entries.join(', ') : `${entries.slice(0, 3).join(', ')} and ${entries.length - 3} more`
}
