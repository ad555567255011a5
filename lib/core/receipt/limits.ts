import { isOurRule, type Rule } from './rule'

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

/** Every limit that the target breaks, a sentence each; empty where it fits. */
export function brokenLimits({ installation, target, otherRuleSets }: Limited): string[] {
  const broken: string[] = []
  const ours = target.filter((r) => isOurRule(installation, r.name))
  const foreign = target.length - ours.length
  if (target.length > maxRules)
    broken.push(`${target.length} receipt rules are needed (${ours.length} of ours, ${foreign} foreign), and SES takes ${maxRules} in a rule set.`)
  const entries = target.reduce((n, r) => n + r.recipients.length, 0)
  if (entries > maxEntries) broken.push(`${entries} recipient entries are needed, and SES takes ${maxEntries} in a rule set.`)
  for (const rule of ours) {
    if (rule.recipients.length > maxRecipients)
      broken.push(`The receipt rule ${rule.name} needs ${rule.recipients.length} recipients, and SES takes ${maxRecipients} in a rule.`)
    if (rule.recipients.length === 0) broken.push(`The receipt rule ${rule.name} has no recipient: it would take the mail of every verified domain.`)
  }
  for (const entry of twice(ours)) broken.push(`The entry ${entry} stands in two rules of ours: its mail would be handled twice.`)
  // Ours that are kept for roll-back give way; the copy that is to be changed needs a place.
  if (otherRuleSets >= maxRuleSets)
    broken.push(`The account has ${otherRuleSets} receipt rule sets that are not ours, and SES takes ${maxRuleSets}: delete one that is not used.`)
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
