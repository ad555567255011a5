import { AwsError } from '@/lib/local/aws/protocol'
import { text, type Input } from './input'
import { isServiceName, Violations } from './violations'

/** The RuleSetName of a call: present, then its characters, then its length and ends. */
export function ruleSetName(input: Input): string {
  const name = text(input, 'RuleSetName')
  if (name === undefined || name.trim() === '') throw new AwsError('InvalidParameterValue', 'RuleSetName is required.')
  checkShape(name, 'ruleSetName')
  requireRuleSetName(name)
  return name
}

export function requireRuleSetName(name: string): void {
  if (!isServiceName(name)) throw new AwsError('InvalidParameterValue', `Not a valid ruleSetName: ${name}`)
}

/** The RuleName of a call. */
export function ruleName(input: Input): string {
  const name = text(input, 'RuleName')
  if (name === undefined) throw new AwsError('InvalidParameterValue', 'RuleName is required.')
  checkShape(name, 'ruleName')
  requireRuleName(name)
  return name
}

export function requireRuleName(name: string): void {
  if (!isServiceName(name)) throw new AwsError('InvalidParameterValue', `Not a valid ruleName: ${name}`)
}

function checkShape(name: string, path: string): void {
  const violations = new Violations()
  violations.name(name, path)
  violations.throwIfAny()
}
