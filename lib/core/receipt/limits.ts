import { said } from '@/lib/core/rules/why'
import { isOurRule, type Rule } from './rule'
import type { PlanNote } from './said'

// Amazon SES Developer Guide, "Service quotas", per account and Region; none is adjustable.
const maxRules = 200
export const maxRecipients = 500
const maxEntries = maxRules * maxRecipients
export const maxRuleSets = 40

export interface Limited {
  installation: string
  /** The whole set that SES shall have, foreign rules among them. */
  target: readonly Rule[]
  /** Rule sets that the account has and that we may not delete. */
  otherRuleSets: number
}

/** Every limit that the target breaks; empty where it fits. */
export function brokenLimits({ installation, target, otherRuleSets }: Limited): PlanNote[] {
  const broken: PlanNote[] = []
  const ours = target.filter((r) => isOurRule(installation, r.name))
  const foreign = target.length - ours.length
  if (target.length > maxRules) broken.push(said('tooManyRules', { n: target.length, ours: ours.length, foreign, most: maxRules }))
  const entries = target.reduce((n, r) => n + r.recipients.length, 0)
  if (entries > maxEntries) broken.push(said('tooManyEntries', { n: entries, most: maxEntries }))
  for (const rule of ours) {
    if (rule.recipients.length > maxRecipients) broken.push(said('tooManyRecipients', { rule: rule.name, n: rule.recipients.length, most: maxRecipients }))
    if (rule.recipients.length === 0) broken.push(said('noRecipient', { rule: rule.name }))
  }
  for (const entry of twice(ours)) broken.push(said('twice', { entry }))
  // Ours that are kept for roll-back give way; the copy that is to be changed needs a place.
  if (otherRuleSets >= maxRuleSets) broken.push(said('tooManyRuleSets', { n: otherRuleSets, most: maxRuleSets }))
  return broken
}

function twice(rules: readonly Rule[]): string[] {
  const seen = new Set<string>()
  const found = new Set<string>()
  for (const entry of rules.flatMap((r) => r.recipients)) {
    if (seen.has(entry)) found.add(entry)
    seen.add(entry)
  }
  return [...found].sort()
}
