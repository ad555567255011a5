import type { Receipts } from '@/lib/aws/ses/receipts'
import { said } from '@/lib/core/rules/why'
import type { Rule } from '@/lib/core/receipt/rule'
import type { Step } from '@/lib/core/receipt/step'
import { PlanFault } from './plan-fault'

/** Does one step of a plan on the copy. Making the copy and switching to it are the caller's. */
export async function runStep(ses: Receipts, ruleSet: string, target: readonly Rule[], step: Step): Promise<void> {
  const { call, rule: name = '', after } = step
  const content = (): Rule => {
    const rule = target.find((r) => r.name === name)
    if (!rule) throw new PlanFault(said('noRule', { rule: name }))
    return rule
  }
  switch (call) {
    case 'DeleteReceiptRule':
      await ses.deleteRule(ruleSet, name)
      return
    case 'UpdateReceiptRule':
      await ses.updateRule(ruleSet, content())
      return
    case 'CreateReceiptRule':
      await ses.createRule(ruleSet, content(), after)
      return
    case 'SetReceiptRulePosition':
      await ses.moveRule(ruleSet, name, after)
      return
    case 'CreateReceiptRuleSet':
    case 'CloneReceiptRuleSet':
    case 'SetActiveReceiptRuleSet':
      return
  }
}
