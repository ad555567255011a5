import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate'
import type { Facts } from './facts'
import { RuleSet, type Action, type Condition, type Rule } from './rule'
import { verdictWords, type Verdicts } from './verdict'

const facts: Facts = { recipient: 'a@b.example', mailbox: 'a@b.example', mailFrom: 'x@y.example', from: ['x@y.example'], subject: 'Invoice 88', headers: new Map() }
const good: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' }
const rule = (name: string, ...actions: Action['type'][]): Rule => ({ name, enabled: true, when: { all: [] }, actions: actions.map((type) => ({ type })) })
const never = (name: string): Rule => ({ ...rule(name, 'drop'), when: { any: [] } })

let clock = 0
function run(rules: Rule[], change: Partial<Parameters<typeof evaluate>[0]> = {}) {
  return evaluate({ rules, version: 1, facts, verdicts: good, dmarcPolicy: null, now: () => (clock += 1.234567), ...change })
}
const named = (result: ReturnType<typeof run>, name: string) => result.steps.find((s) => s.name === name)

it('keeps by default, and says so', () => {
  const result = run([never('n')])
  expect(result).toMatchObject({ disposition: 'kept', matchedRules: [], actions: [] })
  expect(result.steps.map((s) => [s.kind, s.name, s.matched])).toEqual([
    ['virus', 'virus', false],
    ['verdictPolicy', 'spam', false],
    ['verdictPolicy', 'dmarc', false],
    ['rule', 'n', false],
    ['default', 'keep', true],
  ])
  expect(result.steps.at(-1)!.because).toBe('no rule of version 1 decided')
  expect(result.steps.every((s) => s.ms === 1.23)).toBe(true)
})

it('runs every matching rule; a later disposition replaces an earlier one', () => {
  const result = run([rule('first', 'quarantine'), never('second'), rule('third', 'keep')])
  expect(result).toMatchObject({ disposition: 'kept', reason: 'Rule "third" decided.', matchedRules: ['first', 'third'] })
  expect(result.steps.some((s) => s.kind === 'default')).toBe(false)
})

it('ends at stop, and shows what was not reached', () => {
  const result = run([rule('first', 'quarantine', 'stop'), rule('second', 'drop'), rule('third', 'keep')])
  expect(result).toMatchObject({ disposition: 'quarantined', matchedRules: ['first'] })
  expect(named(result, 'first')!.outcome).toBe('quarantined; stopped')
  expect(result.steps.at(-1)).toMatchObject({ name: 'second, third', matched: false, because: 'not reached: "first" ended the rules' })
})

it('ends at drop', () => {
  const result = run([rule('first', 'drop', 'keep'), rule('second', 'keep')])
  expect(result).toMatchObject({ disposition: 'dropped', matchedRules: ['first'], actions: [{ type: 'drop' }] })
})

it('a stop alone decides nothing: the default does', () => {
  expect(run([rule('first', 'stop'), rule('second', 'drop')])).toMatchObject({ disposition: 'kept', matchedRules: ['first'] })
})

it('does not look at a rule that is switched off', () => {
  const result = run([{ ...rule('off', 'drop'), enabled: false }])
  expect(result.disposition).toBe('kept')
  expect(named(result, 'off')).toMatchObject({ matched: false, because: 'the rule is switched off: not looked at', outcome: '' })
})

describe('unless', () => {
  const mail: Condition = { field: 'subject', op: 'contains', values: ['invoice'] }
  it('excepts a mail, and the trace says which exception held', () => {
    const result = run([{ ...rule('all mail', 'drop'), unless: mail }])
    expect(result).toMatchObject({ disposition: 'kept', matchedRules: [], actions: [] })
    expect(named(result, 'all mail')).toMatchObject({ matched: false, because: 'an exception holds: subject contains "invoice": "Invoice 88"' })
    expect(named(result, 'all mail')!.why!.map((w) => w.key)).toEqual(['unless', 'contains'])
  })
  it('lets the rule run where it does not hold, and is not asked where `when` does not', () => {
    expect(run([{ ...rule('r', 'drop'), unless: { any: [] } }]).disposition).toBe('dropped')
    expect(named(run([{ ...never('n'), unless: mail }]), 'n')!.because).toBe('any of no conditions: no mail matches')
  })
  it('of all of nothing excepts every mail', () => {
    expect(run([{ ...rule('r', 'drop'), unless: { all: [] } }]).matchedRules).toEqual([])
  })
  it('is kept by the schema where it is given, and absent where not', () => {
    const given = { name: 'r', when: { all: [] }, unless: mail, actions: [{ type: 'keep' }] }
    expect(RuleSet.parse({ rules: [given] }).rules[0]).toEqual({ ...given, enabled: true })
    expect(Object.keys(RuleSet.parse({ rules: [{ name: 'r', actions: [{ type: 'keep' }] }] }).rules[0]!)).not.toContain('unless')
    expect(RuleSet.safeParse({ rules: [{ ...given, unless: { field: 'body' } }] }).success).toBe(false)
  })
})

describe('virus', () => {
  const verdicts: Verdicts = { ...good, virus: 'FAIL' }
  it('quarantines, and no rule can keep it', () => {
    const result = run([rule('vip', 'keep')], { verdicts })
    expect(result).toMatchObject({ disposition: 'quarantined', reason: 'SES found a virus.', matchedRules: ['vip'], actions: [] })
    expect(named(result, 'vip')!.outcome).toBe('keep refused: SES found a virus')
  })
  it('may be dropped by a rule', () => {
    expect(run([rule('away', 'drop')], { verdicts }).disposition).toBe('dropped')
  })
})

it.each<[Partial<Verdicts>, 'none' | 'quarantine' | 'reject' | null, string]>([
  [{ spam: 'FAIL' }, null, 'quarantined'],
  [{ spam: 'GRAY' }, null, 'kept'],
  [{ spam: 'UNKNOWN' }, null, 'kept'],
  [{ dmarc: 'FAIL' }, 'reject', 'quarantined'],
  [{ dmarc: 'FAIL' }, 'quarantine', 'quarantined'],
  [{ dmarc: 'FAIL' }, 'none', 'kept'],
  [{ dmarc: 'FAIL' }, null, 'kept'],
  [{ dmarc: 'GRAY', spf: 'GRAY' }, null, 'kept'],
  [{ dmarc: 'PASS' }, 'reject', 'kept'],
  [{ virus: 'GRAY' }, null, 'kept'],
])('verdicts %j with policy %s: %s', (verdicts, dmarcPolicy, disposition) => {
  expect(run([], { verdicts: { ...good, ...verdicts }, dmarcPolicy }).disposition).toBe(disposition)
})

it('a rule may keep what the verdict policy would quarantine', () => {
  expect(run([rule('friend', 'keep')], { verdicts: { ...good, spam: 'FAIL' } })).toMatchObject({ disposition: 'kept', reason: 'Rule "friend" decided.' })
})

// A small generator with a fixed seed: the same 1,000 rule sets in every run.
function random(seed: number) {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <T>(from: readonly T[]): T => from[next(from.length)]!
  return { next, pick }
}

const texts = ['', 'a', 'Invoice', '請求書', '\u202e', 'x@y.example', '%', '\\', '"', 'ß', 'İ', '__proto__', 'constructor', '\ud800', '\u0000'] as const
const fields = ['recipient', 'mailbox', 'mailFrom', 'from', 'subject'] as const
const ops = ['equals', 'not_equals', 'starts_with', 'ends_with', 'contains'] as const

function condition({ next, pick }: ReturnType<typeof random>, depth: number): Condition {
  const kind = depth >= 4 ? next(4) : next(7)
  const values = () => Array.from({ length: 1 + next(3) }, () => pick(texts))
  const branch = () => Array.from({ length: next(4) }, () => condition({ next, pick }, depth + 1))
  switch (kind) {
    case 0:
      return { field: pick(fields), op: pick(ops), values: values() }
    case 1:
      return { field: 'header', name: pick(['X-A', 'x-a', '__proto__', 'constructor', 'toString']), op: pick(ops), values: values() }
    case 2:
      return { field: 'header', name: 'X-A', op: 'exists' }
    case 3:
      return { field: pick(['verdict.spam', 'verdict.dmarc'] as const), op: pick(['equals', 'not_equals'] as const), values: [pick(verdictWords)] }
    case 4:
      return { all: branch() }
    case 5:
      return { any: branch() }
    default:
      return { none: branch() }
  }
}

it('decides every random rule set without throwing, the same way twice', () => {
  const { next, pick } = random(7)
  const word = () => pick(texts)
  for (let i = 0; i < 1000; i++) {
    const rules: Rule[] = Array.from({ length: next(6) }, (_, n) => ({
      name: `r${n}`,
      enabled: next(5) > 0,
      when: condition({ next, pick }, 0),
      ...(next(2) ? { unless: condition({ next, pick }, 0) } : {}),
      actions: Array.from({ length: 1 + next(3) }, () => ({ type: pick(['keep', 'quarantine', 'drop', 'stop'] as const) })),
    }))
    const input = {
      facts: { recipient: word(), mailbox: word(), mailFrom: word(), from: [word(), word()].slice(next(3)), subject: word(), headers: new Map([['x-a', [word(), word()]]]) },
      verdicts: { spam: pick(verdictWords), virus: pick(verdictWords), spf: pick(verdictWords), dkim: pick(verdictWords), dmarc: pick(verdictWords) },
      dmarcPolicy: pick(['none', 'quarantine', 'reject', null] as const),
      now: () => 0,
    }
    const result = run(rules, input)
    expect(run(rules, input)).toEqual(result)
    expect(['kept', 'quarantined', 'dropped']).toContain(result.disposition)
    if (input.verdicts.virus === 'FAIL') expect(result.disposition).not.toBe('kept')
    expect(result.reason).not.toBe('')
    const on = rules.filter((r) => r.enabled).map((r) => r.name)
    expect(on.filter((name) => result.matchedRules.includes(name))).toEqual(result.matchedRules)
    expect(result.steps.filter((step) => step.because === '')).toEqual([])
  }
})

it('ends in good time with a huge rule set on a hostile mail, and says what was not compared', () => {
  const values = Array.from({ length: 100 }, (_, i) => `${'a'.repeat(500)}${i}`)
  const when: Condition = { any: Array.from({ length: 20 }, () => ({ field: 'header' as const, name: 'X-Long', op: 'contains' as const, values })) }
  const { rules } = RuleSet.parse({ rules: Array.from({ length: 10 }, (_, i) => ({ name: `r${i}`, when, actions: [{ type: 'drop' }] })) })
  const long = Array.from({ length: 100 }, () => 'a'.repeat(1_000_000))
  const started = performance.now()
  const result = run(rules, { facts: { ...facts, headers: new Map([['x-long', long]]) } })
  expect(result.disposition).toBe('kept')
  expect(named(result, 'r9')!.because).toMatch(/was not compared/)
  expect(performance.now() - started).toBeLessThan(5000)
})
