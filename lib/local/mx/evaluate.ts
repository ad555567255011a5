import type { ReceiptAction, ReceiptRule } from '@aws-sdk/client-ses'
import { matchedBy } from './recipients'

/**
 * SES does not say whether it evaluates the rules once for a mail or once for each of its recipients, and a Stop tells the two apart.
 * `message`: once, with all recipients; a Stop ends it for all. `recipient`: each RCPT TO is a unit of its own.
 */
export type Evaluation = 'message' | 'recipient'

interface AddedField {
  name: string
  value: string
}

/** One action to run, and what SES would tell about it. */
export interface Step {
  rule: ReceiptRule
  action: ReceiptAction
  /** Those of the unit's recipients that the rule matched. */
  recipients: string[]
  /** The header fields that AddHeader actions of the unit have added before this action. */
  added: AddedField[]
}

/** Whether a rule takes part at all: enabled, and content with the connection (SES API, ReceiptRule.TlsPolicy). */
export const applies = (rule: ReceiptRule, secure: boolean): boolean =>
  rule.Enabled === true && (rule.TlsPolicy !== 'Require' || secure)

function evaluateUnit(rules: ReceiptRule[], recipients: string[], secure: boolean): Step[] {
  const steps: Step[] = []
  let added: AddedField[] = []
  for (const rule of rules) {
    if (!applies(rule, secure)) continue
    const matched = matchedBy(rule, recipients)
    if (matched.length === 0) continue
    for (const action of rule.Actions ?? []) {
      steps.push({ rule, action, recipients: matched, added })
      const field = action.AddHeaderAction
      if (field) added = [...added, { name: field.HeaderName ?? '', value: field.HeaderValue ?? '' }]
      if (action.StopAction) return steps
    }
  }
  return steps
}

/**
 * The actions that a mail sets off, in order: rules in order, actions in order, all matching rules, until a Stop.
 * A Bounce does not end the evaluation. Verdicts play no part: SES's receipt rules cannot ask for them.
 */
export function evaluate(input: { rules: ReceiptRule[]; recipients: string[]; secure: boolean; evaluation: Evaluation }): Step[] {
  const units = input.evaluation === 'message' ? [input.recipients] : input.recipients.map((r) => [r])
  return units.flatMap((unit) => evaluateUnit(input.rules, unit, input.secure))
}
