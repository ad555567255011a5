import {
  CloneReceiptRuleSetCommand,
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DeleteReceiptRuleCommand,
  DeleteReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  RuleSetDoesNotExistException,
  SetActiveReceiptRuleSetCommand,
  SetReceiptRulePositionCommand,
  UpdateReceiptRuleCommand,
} from '@aws-sdk/client-ses'
import { ses } from '@/lib/aws/clients'
import type { Rule, RuleSet } from '@/lib/core/receipt/rule'
import { fromRule, toRule } from './convert'
import type { Pace } from './pace'

/** SES's calls about receipt rule sets, at the pace given. Each throws Fault: permanent where SES refuses, transient else. */
export function receipts(pace: Pace) {
  return {
    async activeRuleSet(): Promise<RuleSet | undefined> {
      const answer = await pace.run('Reading the active receipt rule set', () => ses().send(new DescribeActiveReceiptRuleSetCommand({})))
      return answer.Metadata?.Name === undefined ? undefined : { name: answer.Metadata.Name, rules: (answer.Rules ?? []).map(toRule) }
    },

    /** Undefined where there is none of that name. */
    ruleSet: (name: string): Promise<RuleSet | undefined> =>
      pace.run(`Reading the receipt rule set ${name}`, async () => {
        try {
          const answer = await ses().send(new DescribeReceiptRuleSetCommand({ RuleSetName: name }))
          return { name, rules: (answer.Rules ?? []).map(toRule) }
        } catch (error) {
          if (error instanceof RuleSetDoesNotExistException) return undefined
          throw error
        }
      }),

    /** Oldest first. */
    async ruleSets(): Promise<{ name: string; at: Date }[]> {
      const found: { name: string; at: Date }[] = []
      let token: string | undefined
      do {
        const page = await pace.run('Listing the receipt rule sets', () => ses().send(new ListReceiptRuleSetsCommand({ NextToken: token })))
        for (const s of page.RuleSets ?? []) found.push({ name: s.Name ?? '', at: s.CreatedTimestamp ?? new Date(0) })
        token = page.NextToken
      } while (token)
      return found.sort((a, b) => a.at.getTime() - b.at.getTime())
    },

    createRuleSet: (name: string) => pace.run(`Making the receipt rule set ${name}`, () => ses().send(new CreateReceiptRuleSetCommand({ RuleSetName: name }))),
    cloneRuleSet: (name: string, from: string) =>
      pace.run(`Copying the receipt rule set ${from}`, () => ses().send(new CloneReceiptRuleSetCommand({ RuleSetName: name, OriginalRuleSetName: from }))),
    /** An unknown name succeeds; SES refuses the active set. */
    deleteRuleSet: (name: string) =>
      pace.run(`Deleting the receipt rule set ${name}`, () => ses().send(new DeleteReceiptRuleSetCommand({ RuleSetName: name }))),
    activate: (name: string) => pace.run(`Switching to the receipt rule set ${name}`, () => ses().send(new SetActiveReceiptRuleSetCommand({ RuleSetName: name }))),

    createRule: (set: string, rule: Rule, after: string | undefined) =>
      pace.run(`Adding the receipt rule ${rule.name}`, () => ses().send(new CreateReceiptRuleCommand({ RuleSetName: set, Rule: fromRule(rule), After: after }))),
    updateRule: (set: string, rule: Rule) =>
      pace.run(`Changing the receipt rule ${rule.name}`, () => ses().send(new UpdateReceiptRuleCommand({ RuleSetName: set, Rule: fromRule(rule) }))),
    deleteRule: (set: string, name: string) =>
      pace.run(`Deleting the receipt rule ${name}`, () => ses().send(new DeleteReceiptRuleCommand({ RuleSetName: set, RuleName: name }))),
    moveRule: (set: string, name: string, after: string | undefined) =>
      pace.run(`Moving the receipt rule ${name}`, () => ses().send(new SetReceiptRulePositionCommand({ RuleSetName: set, RuleName: name, After: after }))),
  }
}

export type Receipts = ReturnType<typeof receipts>
