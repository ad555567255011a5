import { expect, it } from 'vitest'
import { plan, type PlanInput } from './plan'
import { decide, type PolicyInput } from './policy'

const installation = 'ab12cd34'
const input = (more: Partial<PlanInput> = {}): PlanInput => ({
  ...{ installation, domains: ['a.test'], active: undefined, otherRuleSets: 0 },
  receiving: { bucket: 'b', topicArn: 't', prefix: 'inbox' },
  ...more,
})
const decided = (more: Partial<PlanInput>, policy: Partial<PolicyInput> = {}) =>
  decide({
    ...{ installation, planned: plan(input(more)), accepted: { first: false, ruleSets: [] }, live: false, appliedBefore: false, byOperator: false },
    ...policy,
  })
const set = (name: string) => ({ active: { name, rules: [] } })
const ours = 'postroom-ab12cd34-20260101000000-1'

it('what touches only our rules applies by itself, unless an operator asked for it', () => {
  expect(decided({})).toEqual({ status: 'ready', auto: true })
  expect(decided(set(ours))).toEqual({ status: 'ready', auto: true })
  expect(decided({}, { byOperator: true })).toEqual({ status: 'ready', auto: false })
})

it('a foreign active set waits until an operator has accepted it by name; another installation’s is foreign too', () => {
  for (const name of ['theirs', 'postroom-00000000-20260101000000-1', 'postroom-ab12cd34-by-hand']) {
    expect(decided(set(name))).toMatchObject({ status: 'waiting', auto: false, notes: [{ key: 'foreignSet', params: { set: name } }] })
    expect(decided(set(name), { accepted: { first: true, ruleSets: [name] } })).toEqual({ status: 'ready', auto: true })
  }
})

it('on the real AWS the first plan waits', () => {
  expect(decided({}, { live: true })).toMatchObject({ status: 'waiting', notes: [{ key: 'firstPlan' }] })
  expect(decided({}, { live: true, accepted: { first: true, ruleSets: [] } })).toEqual({ status: 'ready', auto: true })
})

it('receiving that somebody switched off waits', () => {
  expect(decided({}, { appliedBefore: true })).toMatchObject({ status: 'waiting', notes: [{ key: 'switchedOff' }] })
})

it('no steps are an applied plan, and broken limits a failed one that names them all', () => {
  expect(decided({ domains: [], ...set('theirs') }, { live: true })).toEqual({ status: 'applied', auto: false })
  const many = Array.from({ length: 100_001 }, (_, i) => `d${i}.test`)
  expect(decided({ domains: many, otherRuleSets: 40 })).toMatchObject({
    status: 'failed',
    notes: [{ key: 'tooManyRules', params: { n: 201 } }, { key: 'tooManyEntries', params: { n: 100_001 } }, { key: 'tooManyRuleSets', params: { n: 40 } }],
  })
})
