/** SES's calls, in the order in which a plan makes them. */
export const calls = [
  'CreateReceiptRuleSet',
  'CloneReceiptRuleSet',
  'DeleteReceiptRule',
  'UpdateReceiptRule',
  'CreateReceiptRule',
  'SetReceiptRulePosition',
  'SetActiveReceiptRuleSet',
] as const

/** One API call of a plan: plain data, with the sentence that says what it is for. */
export interface Step {
  call: (typeof calls)[number]
  sentence: string
  /** The rule that it is about; its content is the target's. */
  rule?: string
  /** The rule that it comes after; absent: to the front. */
  after?: string
  /** What the sentence says, for other languages: the key is `call`. Older plans have none. */
  params?: StepParams
}

interface StepParams {
  ruleSet?: string
  recipients?: string[]
  added?: string[]
  removed?: string[]
  settings?: ('enabled' | 'scanEnabled' | 'tlsPolicy' | 'actions')[]
}

export interface Counts {
  create: number
  change: number
  delete: number
  keep: number
  foreign: number
}
