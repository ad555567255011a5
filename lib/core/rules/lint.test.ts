import { describe, expect, it } from 'vitest'
import { lintRules } from './lint'
import type { Action, Condition, Rule } from './rule'

const subject: Condition = { field: 'subject', op: 'contains', values: ['x'] }
const other: Condition = { field: 'subject', op: 'contains', values: ['y'] }
const every: Condition = { all: [] }
const rule = (name: string, when: Condition, ...actions: Action['type'][]): Rule => ({ name, enabled: true, when, actions: actions.map((type) => ({ type })) })
const lint = (...rules: Rule[]) => lintRules(rules, ['us.test']).map(({ rule, key, params }) => ({ ...params, rule, key }))

it('has nothing to say of rules that make sense', () => {
  expect(lint(rule('a', subject, 'quarantine'), rule('b', other, 'keep', 'stop'), rule('c', every, 'quarantine'))).toEqual([])
})

describe('a rule that never runs', () => {
  it.each(['stop', 'drop'] as const)('stands after a %s for every mail', (end) => {
    expect(lintRules([rule('end', every, end), rule('late', subject, 'keep')], [])).toEqual([{ rule: 'late', key: 'notReached', params: { rule: 'end' } }])
  })
  it('but not after one that is off, has an exception, or asks something', () => {
    expect(lint({ ...rule('end', every, 'stop'), enabled: false }, rule('late', subject, 'keep'))).toEqual([])
    expect(lint({ ...rule('end', every, 'stop'), unless: other }, rule('late', subject, 'keep'))).toEqual([])
    expect(lint(rule('end', other, 'stop'), rule('late', subject, 'keep'))).toEqual([])
  })
  it('has any of nothing, also inside', () => {
    for (const when of [{ any: [] }, { all: [subject, { any: [] }] }, { none: [every] }] as Condition[])
      expect(lint(rule('n', when, 'drop'))).toEqual([{ rule: 'n', key: 'neverMatches' }])
  })
  it('has an exception for every mail', () => {
    expect(lint({ ...rule('n', subject, 'drop'), unless: every })).toEqual([{ rule: 'n', key: 'alwaysExcepted' }])
  })
  it('asks one field to be two things', () => {
    const is = (value: string): Condition => ({ field: 'recipient', op: 'equals', values: [value] })
    expect(lint(rule('n', { all: [is('a@us.test'), is('b@us.test')] }, 'drop'))).toMatchObject([{ key: 'contradiction', field: 'recipient' }])
    expect(lint(rule('n', { all: [is('a@us.test'), { field: 'recipient', op: 'not_equals', values: ['A@us.test'] }] }, 'drop'))).toMatchObject([{ key: 'contradiction' }])
    expect(lint(rule('n', { any: [is('a@us.test'), is('b@us.test')] }, 'drop'))).toEqual([])
    const from = (value: string): Condition => ({ field: 'from', op: 'equals', values: [value] })
    expect(lint(rule('n', { all: [from('a@x.test'), from('b@x.test')] }, 'drop'))).toEqual([])
  })
})

it('says that keep does nothing for a virus', () => {
  const virus: Condition = { field: 'verdict.virus', op: 'equals', values: ['FAIL'] }
  expect(lint(rule('v', { all: [virus, subject] }, 'keep'))).toEqual([{ rule: 'v', key: 'keepVirus' }])
  expect(lint(rule('v', { any: [virus, subject] }, 'keep'))).toEqual([])
  expect(lint(rule('v', virus, 'drop'))).toEqual([])
})

it('finds a value that stands twice, as it is compared', () => {
  expect(lint(rule('d', { field: 'subject', op: 'contains', values: ['Hello', 'x', 'hello'] }, 'drop'))).toEqual([{ rule: 'd', key: 'duplicateValues', field: 'subject', value: 'hello' }])
})

describe('a decision that a later rule always replaces', () => {
  it('is said', () => {
    expect(lintRules([rule('a', subject, 'quarantine'), rule('b', every, 'keep')], [])).toEqual([{ rule: 'a', key: 'overridden', params: { rule: 'b', action: 'keep' } }])
  })
  it('unless it stops, the other agrees, asks more, or may not be reached', () => {
    expect(lint(rule('a', subject, 'quarantine', 'stop'), rule('b', every, 'keep'))).toEqual([])
    expect(lint(rule('a', subject, 'quarantine'), rule('b', every, 'quarantine'))).toEqual([])
    expect(lint(rule('a', subject, 'quarantine'), rule('b', other, 'keep'))).toEqual([])
    expect(lint(rule('a', subject, 'quarantine'), rule('s', other, 'stop'), rule('b', every, 'keep'))).toEqual([])
  })
})

it('names a recipient at a domain that is not the tenant’s', () => {
  const to = (op: 'equals' | 'ends_with' | 'contains', value: string) => lint(rule('r', { field: 'recipient', op, values: [value] }, 'drop'))
  expect(to('equals', 'a@other.test')).toEqual([{ rule: 'r', key: 'foreignRecipient', value: 'a@other.test' }])
  expect(to('ends_with', '@other.test')).toHaveLength(1)
  expect([to('equals', 'a@US.test'), to('ends_with', 'test'), to('contains', '@other')]).toEqual([[], [], []])
})

it('points at an earlier rule with the same conditions', () => {
  expect(lintRules([rule('a', subject, 'quarantine', 'stop'), rule('b', subject, 'stop')], [])).toEqual([{ rule: 'b', key: 'sameRule', params: { rule: 'a' } }])
})
