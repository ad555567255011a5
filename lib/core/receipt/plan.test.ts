import { describe, expect, it } from 'vitest'
import { applySteps } from './model.fixture'
import { sameRules } from './normalise'
import { plan, type PlanInput } from './plan'
import { sayNote } from './said'
import { isOurRule, isOurRuleSet, ruleName, ruleSetName, slotOf, type Rule } from './rule'

const installation = 'ab12cd34'
const receiving = { bucket: 'b', topicArn: 'arn:aws:sns:us-east-1:000000000000:t', prefix: 'inbox' as const }
const base: PlanInput = { installation, domains: [], receiving, active: undefined, otherRuleSets: 0 }
const foreign = (name: string): Rule => ({
  name,
  enabled: false,
  scanEnabled: false,
  tlsPolicy: 'Require',
  recipients: [],
  actions: [{ type: 'StopAction', settings: { Scope: 'RuleSet' } }],
})
const after = (input: PlanInput): Rule[] => {
  const made = plan(input)
  return applySteps((input.source ?? input.active)?.rules ?? [], made.target, made.steps)
}
const names = (rules: readonly Rule[]) => rules.map((r) => r.name)
const domainsOf = (n: number) => Array.from({ length: n }, (_, i) => `d${String(i).padStart(6, '0')}.test`)

describe('names', () => {
  it('tell ours from everything else', () => {
    expect(ruleName(installation, 7)).toBe('postroom-ab12cd34-0007')
    expect(slotOf(installation, 'postroom-ab12cd34-0007')).toBe(7)
    for (const name of ['postroom-ab12cd34-x', 'postroom-ab12cd34-0000', 'postroom-other-0007', '0007']) expect(slotOf(installation, name)).toBeUndefined()
    expect(isOurRule(installation, 'postroom-ab12cd34-x')).toBe(true)
    expect(isOurRule(installation, 'postroom-ab12cd3-0001')).toBe(false)
    const set = ruleSetName(installation, new Date('2026-11-24T05:09:26.789Z'), 2)
    expect(set).toBe('postroom-ab12cd34-20261124050926-2')
    expect(isOurRuleSet(installation, set)).toBe(true)
    expect(isOurRuleSet(installation, 'postroom-ab12cd34-by-hand')).toBe(false)
  })
})

describe('a plan', () => {
  it('is empty where nothing is wanted and nothing is there', () => {
    expect(plan(base)).toMatchObject({ steps: [], target: [], broken: [], basis: { active: { name: null } } })
  })

  it('makes the first set, with explicit recipients, scanning and the topic', () => {
    const made = plan({ ...base, domains: ['B.test', 'a.test'], platformDomain: 'post.test' })
    expect(made.steps.map((s) => s.call)).toEqual(['CreateReceiptRuleSet', 'CreateReceiptRule', 'SetActiveReceiptRuleSet'])
    expect(made.target).toEqual([
      {
        name: 'postroom-ab12cd34-0001',
        enabled: true,
        scanEnabled: true,
        tlsPolicy: 'Optional',
        recipients: ['.post.test', 'a.test', 'b.test'],
        actions: [{ type: 'S3Action', settings: { BucketName: 'b', ObjectKeyPrefix: 'inbox', TopicArn: receiving.topicArn } }],
      },
    ])
    expect(made.counts).toEqual({ create: 1, change: 0, delete: 0, keep: 0, foreign: 0 })
  })

  it('keeps foreign rules before ours, as they are, and moves ours behind a late one', () => {
    const active = { name: 'theirs', rules: [foreign('f1'), foreign('f2')] }
    const rules = after({ ...base, domains: ['a.test'], active })
    expect(names(rules)).toEqual(['f1', 'f2', 'postroom-ab12cd34-0001'])
    expect(rules[0]).toEqual(foreign('f1'))
    const late = { name: 'x', rules: [...rules, foreign('f3')] }
    const made = plan({ ...base, domains: ['a.test'], active: late })
    expect(made.steps.map((s) => s.call)).toEqual(['CloneReceiptRuleSet', 'SetReceiptRulePosition', 'SetActiveReceiptRuleSet'])
    expect(names(after({ ...base, domains: ['a.test'], active: late }))).toEqual(['f1', 'f2', 'f3', 'postroom-ab12cd34-0001'])
  })

  it('puts right what somebody wrote under our name', () => {
    const [ours] = after({ ...base, domains: ['a.test'] })
    if (!ours) throw new Error('no rule')
    const broken = { ...ours, enabled: false, scanEnabled: false, recipients: ['A.test', 'other.test'] }
    const active = { name: 's', rules: [broken, { ...foreign('postroom-ab12cd34-note') }] }
    const made = plan({ ...base, domains: ['a.test'], active })
    expect(made.counts).toEqual({ create: 0, change: 1, delete: 1, keep: 0, foreign: 0 })
    expect(made.steps[2]?.sentence).toBe('Change the receipt rule postroom-ab12cd34-0001: leave out other.test, switch it on, switch scanning on.')
    expect(sameRules(after({ ...base, domains: ['a.test'], active }), [ours])).toBe(true)
  })

  it('sees no difference in order, case, or a default that SES filled in', () => {
    const rules = after({ ...base, domains: ['a.test', 'b.test'] })
    const shuffled = rules.map((r) => ({ ...r, recipients: r.recipients.map((x) => x.toUpperCase()).reverse() }))
    const lambda = (settings: Record<string, string>) => ({ ...foreign('f'), actions: [{ type: 'LambdaAction', settings }] })
    expect(plan({ ...base, domains: ['a.test', 'b.test'], active: { name: 's', rules: shuffled } }).steps).toEqual([])
    expect(sameRules([lambda({ FunctionArn: 'x' })], [lambda({ InvocationType: 'Event', FunctionArn: 'x' })])).toBe(true)
  })

  it('keeps an entry in its slot, fills room first, and needs one change for one domain more', () => {
    const many = domainsOf(501)
    const rules = after({ ...base, domains: many })
    expect(rules.map((r) => r.recipients.length)).toEqual([500, 1])
    const fewer = many.filter((d) => d !== many[3])
    const active = { name: 's', rules }
    const removed = plan({ ...base, domains: fewer, active })
    expect(removed.counts).toEqual({ create: 0, change: 1, delete: 0, keep: 1, foreign: 0 })
    const next = after({ ...base, domains: [...fewer, 'new.test'], active })
    expect(next[0]?.recipients).toContain('new.test')
    expect(next[1]?.recipients).toEqual([many[500]])
  })

  it('names every broken limit at once', () => {
    const active = { name: 's', rules: Array.from({ length: 150 }, (_, i) => foreign(`f${i}`)) }
    const made = plan({ ...base, domains: domainsOf(100_001), active, otherRuleSets: 40 })
    expect(made.broken.map(sayNote)).toEqual([
      '351 receipt rules are needed (201 of ours, 150 foreign), and SES takes 200 in a rule set.',
      '100001 recipient entries are needed, and SES takes 100000 in a rule set.',
      'The account has 40 receipt rule sets that are not ours, and SES takes 40: delete one that is not used.',
    ])
  })

  it('carries a late change over from the set that was replaced', () => {
    const rules = after({ ...base, domains: ['a.test'], active: { name: 'old', rules: [foreign('f1')] } })
    const source = { name: 'old', rules: [foreign('f1'), foreign('late')] }
    const input = { ...base, domains: ['a.test'], active: { name: 'new', rules }, source }
    expect(names(after(input))).toEqual(['f1', 'late', 'postroom-ab12cd34-0001'])
    expect(plan(input).steps[0]?.sentence).toContain('Copy the receipt rule set old')
  })
})

// A small generator of its own (mulberry32), so that a failure names the seed that repeats it.
function random(seed: number): (n: number) => number {
  let a = seed
  return (n) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

it('from any set: the steps lead to the target, foreign rules keep content and order, and the second plan is empty', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const pick = random(seed)
    const pool = domainsOf(12)
    const rules: Rule[] = []
    for (let i = 0; i < pick(9); i++) {
      const recipients = pool.filter(() => pick(3) === 0)
      const ours = pick(2) === 0
      const rule = { ...foreign(ours ? ruleName(installation, 1 + pick(9)) : `f${i}`), recipients, enabled: pick(2) === 0 }
      if (!rules.some((r) => r.name === rule.name)) rules.splice(pick(rules.length + 1), 0, rule)
    }
    const active = pick(5) === 0 ? undefined : { name: 's', rules }
    const input = { ...base, domains: pool.filter(() => pick(2) === 0), active }
    const made = plan(input)
    const result = applySteps(active?.rules ?? [], made.target, made.steps)
    expect(made.broken, `seed ${seed}`).toEqual([])
    expect(sameRules(result, made.target), `seed ${seed}`).toBe(true)
    const others = (rs: readonly Rule[]) => rs.filter((r) => !isOurRule(installation, r.name))
    expect(sameRules(others(result), others(active?.rules ?? [])), `seed ${seed}`).toBe(true)
    const entries = result.filter((r) => isOurRule(installation, r.name)).flatMap((r) => r.recipients)
    expect(entries.sort(), `seed ${seed}`).toEqual(input.domains)
    expect(plan({ ...input, active: active || made.steps.length > 0 ? { name: 's2', rules: result } : undefined }).steps, `seed ${seed}`).toEqual([])
  }
})
