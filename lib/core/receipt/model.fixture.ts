import type { Rule } from './rule'
import type { Step } from './step'

/** SES as far as steps go: what a rule set holds after them. Throws where SES would refuse. For tests. */
export function applySteps(rules: readonly Rule[], target: readonly Rule[], steps: readonly Step[]): Rule[] {
  let now = [...rules]
  const at = (name: string): number => {
    const i = now.findIndex((r) => r.name === name)
    if (i < 0) throw new Error(`RuleDoesNotExist: ${name}`)
    return i
  }
  const content = (name: string): Rule => {
    const rule = target.find((r) => r.name === name)
    if (!rule) throw new Error(`The target has no ${name}.`)
    return rule
  }
  for (const { call, rule = '', after } of steps) {
    if (call === 'DeleteReceiptRule') now = now.filter((r) => r.name !== rule)
    if (call === 'UpdateReceiptRule') now = now.with(at(rule), content(rule))
    if (call === 'CreateReceiptRule') {
      if (now.some((r) => r.name === rule)) throw new Error(`AlreadyExists: ${rule}`)
      if (now.length >= 200) throw new Error('LimitExceeded')
      now = now.toSpliced(after === undefined ? 0 : at(after) + 1, 0, content(rule))
    }
    if (call === 'SetReceiptRulePosition') {
      const [moved] = now.splice(at(rule), 1)
      if (moved) now = now.toSpliced(after === undefined ? 0 : at(after) + 1, 0, moved)
    }
  }
  return now
}
