/** One action of a receipt rule: SES's own name of its kind (`S3Action`) and the members that are set. */
export interface Action {
  type: string
  settings: Record<string, string>
}

/** A receipt rule of SES, ours or foreign. Recipients are conditions: an address, a domain, or `.domain` for every sub-domain. */
export interface Rule {
  name: string
  enabled: boolean
  scanEnabled: boolean
  tlsPolicy: 'Optional' | 'Require'
  recipients: string[]
  actions: Action[]
}

/** A receipt rule set: rules in the order in which SES evaluates them. */
export interface RuleSet {
  name: string
  rules: Rule[]
}

const prefix = (installation: string) => `postroom-${installation}-`

/** Our rule names: stable, so that a change of content is one update. */
export const ruleName = (installation: string, slot: number): string => `${prefix(installation)}${String(slot).padStart(4, '0')}`

/** A rule is ours by its name alone, whatever it holds: what somebody else writes under our name is put right. */
export const isOurRule = (installation: string, name: string): boolean => name.startsWith(prefix(installation))

/** The slot in a rule name of ours; undefined where the name is none that we give. */
export function slotOf(installation: string, name: string): number | undefined {
  const digits = isOurRule(installation, name) ? name.slice(prefix(installation).length) : ''
  return /^\d{4}$/.test(digits) && digits !== '0000' ? Number(digits) : undefined
}

/** The name of a copy of the active set, unique by time (UTC, to the second) and a number. */
export function ruleSetName(installation: string, at: Date, n: number): string {
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${prefix(installation)}${stamp}-${n}`
}

/** Rule sets that this installation made, by the full form of the name: nothing else is ever deleted. */
export const isOurRuleSet = (installation: string, name: string): boolean =>
  name.startsWith(prefix(installation)) && /^\d{14}-\d+$/.test(name.slice(prefix(installation).length))
