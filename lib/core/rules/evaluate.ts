import type { DmarcPolicy } from '@/lib/core/message/incoming'
import { cut } from '@/lib/core/message/clean'
import { decide } from './condition'
import { FoldedFacts, type Facts } from './facts'
import type { Action, Rule } from './rule'
import type { Verdicts } from './verdict'
import { show } from './show'
import { said, type OutcomeCode, type ReasonCode, type Why } from './why'
import { keptByDefault, type Disposition, type TraceStep } from './trace'

export interface Evaluation {
  disposition: Disposition
  /** One sentence: the rule or step that decided. */
  reason: string
  /** The same, for the reader's language. */
  reasonCode: ReasonCode
  /** Names of the rules that matched, in order. */
  matchedRules: string[]
  steps: TraceStep[]
  /** The actions that ran, in order. */
  actions: Action[]
}

interface EvaluateInput {
  /** In order. */
  rules: readonly Rule[]
  /** The version that the rules are of; null where none was published; 'draft' in a simulation. */
  version: number | 'draft' | null
  facts: Facts
  verdicts: Verdicts
  dmarcPolicy: DmarcPolicy | null
  /** Milliseconds, monotonic: for the times in the trace. */
  now: () => number
}

const longestBecause = 1000

/**
 * Decides where one delivery goes, and why (design: virus, verdict policy, the tenant's rules, default).
 * Every matching rule runs until one stops; a later disposition replaces an earlier one; drop ends. A mail with a virus is never kept.
 * Pure and total: no rule or mail makes it throw.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const run = new Run(input)
  run.virus()
  run.spam()
  run.dmarc()
  run.rules()
  return run.end()
}

class Run {
  private disposition: Disposition | undefined
  private reason = ''
  private reasonCode: ReasonCode = said('default')
  private readonly matchedRules: string[] = []
  private readonly steps: TraceStep[] = []
  private readonly actions: Action[] = []
  private readonly facts: FoldedFacts
  private startedAt: number

  constructor(private readonly input: EvaluateInput) {
    this.facts = new FoldedFacts(input.facts)
    this.startedAt = input.now()
  }

  private get infected(): boolean {
    return this.input.verdicts.virus === 'FAIL'
  }

  private step(kind: string, name: string, matched: boolean, because: string, outcome: string, code: { why: Why[]; outcomes?: OutcomeCode[]; rules?: number }): void {
    const now = this.input.now()
    const short = cut(because, longestBecause)
    const ms = Math.max(0, Math.round((now - this.startedAt) * 100) / 100)
    this.steps.push({ kind, name, matched, because: short.length < because.length ? `${short}…` : short, outcome, ...code, ms })
    this.startedAt = now
  }

  private provisional(reason: string, code: ReasonCode): void {
    this.disposition = 'quarantined'
    if (this.reason) return
    this.reason = reason
    this.reasonCode = code
  }

  virus(): void {
    const { virus } = this.input.verdicts
    if (this.infected) this.provisional('SES found a virus.', said('virus'))
    this.step('virus', 'virus', this.infected, `verdict.virus is ${virus}`, this.infected ? 'quarantined; no rule can keep it' : '', {
      why: [said('verdict', { verdict: 'virus', found: virus })],
      outcomes: this.infected ? [said('virus')] : [],
    })
  }

  spam(): void {
    const { spam } = this.input.verdicts
    const failed = spam === 'FAIL'
    if (failed) this.provisional('SES takes the mail for spam.', said('spam'))
    this.step('verdictPolicy', 'spam', failed, `verdict.spam is ${spam}`, failed ? 'quarantined unless a rule decides otherwise' : '', {
      why: [said('verdict', { verdict: 'spam', found: spam })],
      outcomes: failed ? [said('provisional')] : [],
    })
  }

  // "No policy" and "none" never quarantine: the domain's owner did not ask for it.
  dmarc(): void {
    const { verdicts, dmarcPolicy } = this.input
    const failed = verdicts.dmarc === 'FAIL' && (dmarcPolicy === 'quarantine' || dmarcPolicy === 'reject')
    if (failed) this.provisional(`DMARC failed, and the sender's domain asks to ${dmarcPolicy} such mail.`, said('dmarc', { policy: dmarcPolicy }))
    const policy = verdicts.dmarc === 'FAIL' ? `, the policy of the sender's domain is ${dmarcPolicy ?? 'unknown'}` : ''
    const outcome = failed ? 'quarantined unless a rule decides otherwise' : ''
    this.step('verdictPolicy', 'dmarc', failed, `verdict.dmarc is ${verdicts.dmarc}${policy}`, outcome, {
      why: [said('verdict', { verdict: 'dmarc', found: verdicts.dmarc }), ...(policy ? [said('dmarcPolicy' as const, { policy: dmarcPolicy ?? 'unknown' })] : [])],
      outcomes: failed ? [said('provisional')] : [],
    })
  }

  rules(): void {
    const { rules } = this.input
    for (const [i, rule] of rules.entries()) {
      if (this.rule(rule)) continue
      const rest = rules.slice(i + 1)
      if (rest.length > 0)
        this.step('rule', rest.map((r) => r.name).join(', ').slice(0, 200), false, `not reached: ${show(rule.name)} ended the rules`, '', {
          why: [said('notReached', { rule: show(rule.name) })],
          rules: rest.length,
        })
      return
    }
  }

  /** False where the rule ends the rules. */
  private rule(rule: Rule): boolean {
    if (!rule.enabled) {
      this.step('rule', rule.name, false, 'the rule is switched off: not looked at', '', { why: [said('switchedOff')] })
      return true
    }
    const { matched, because, why } = decide(rule.when, this.facts, this.input.verdicts)
    if (!matched) {
      this.step('rule', rule.name, false, because, '', { why })
      return true
    }
    const exception = rule.unless && decide(rule.unless, this.facts, this.input.verdicts)
    if (exception?.matched) {
      this.step('rule', rule.name, false, `an exception holds: ${exception.because}`, '', { why: [said('unless'), ...exception.why] })
      return true
    }
    this.matchedRules.push(rule.name)
    const done: string[] = []
    const outcomes: OutcomeCode[] = []
    let goOn = true
    for (const action of rule.actions) {
      const { outcome, code, ends } = this.act(rule, action)
      done.push(outcome)
      outcomes.push(said(code))
      goOn = !ends
      if (ends) break
    }
    this.step('rule', rule.name, true, because, done.join('; '), { why, outcomes })
    return goOn
  }

  private act(rule: Rule, action: Action): { outcome: string; code: OutcomeCode['key']; ends: boolean } {
    if (action.type === 'keep' && this.infected) return { outcome: 'keep refused: SES found a virus', code: 'keepRefused', ends: false }
    this.actions.push(action)
    switch (action.type) {
      case 'keep':
        this.decided('kept', rule)
        return { outcome: 'kept', code: 'kept', ends: false }
      case 'quarantine':
        this.decided('quarantined', rule)
        return { outcome: 'quarantined', code: 'quarantined', ends: false }
      case 'drop':
        this.decided('dropped', rule)
        return { outcome: 'dropped; the rules end here', code: 'dropped', ends: true }
      case 'stop':
        return { outcome: 'stopped', code: 'stopped', ends: true }
    }
  }

  private decided(disposition: Disposition, rule: Rule): void {
    this.disposition = disposition
    this.reason = `Rule ${show(rule.name)} decided.`
    this.reasonCode = said('rule', { rule: show(rule.name) })
  }

  end(): Evaluation {
    const { disposition: decided, matchedRules, steps, actions } = this
    if (decided) return { disposition: decided, reason: this.reason, reasonCode: this.reasonCode, matchedRules, steps, actions }
    const { version } = this.input
    const which =
      version === 'draft' ? 'no rule of the draft' : version === null ? 'no rule set is published, so nothing' : `no rule of version ${version}`
    const why: Why = version === 'draft' ? said('defaultDraft') : version === null ? said('defaultNone') : said('defaultVersion', { version })
    this.step('default', 'keep', true, `${which} decided`, 'kept', { why: [why], outcomes: [said('kept')] })
    return { disposition: 'kept', reason: keptByDefault, reasonCode: said('default'), matchedRules, steps, actions }
  }
}
