import { expect, it } from 'vitest'
import { changeList, freeName } from './change'
import { countChanges, diffRules } from './diff'
import type { Rule } from './rule'

const rule = (name: string, more: Partial<Rule> = {}): Rule => ({ name, enabled: true, when: { field: 'subject', op: 'contains', values: [name] }, actions: [{ type: 'drop' }], ...more })
const [a, b, c, d] = [rule('a'), rule('b'), rule('c'), rule('d')]
const names = (rules: Rule[]) => rules.map((r) => r.name).join('')

it('moves by name, within the list', () => {
  expect(names(changeList([a, b, c], { do: 'up', name: 'c' }))).toBe('acb')
  expect(names(changeList([a, b, c], { do: 'up', name: 'a' }))).toBe('abc')
  expect(names(changeList([a, b, c], { do: 'down', name: 'a' }))).toBe('bac')
  expect(names(changeList([a, b, c], { do: 'down', name: 'c' }))).toBe('abc')
  expect(names(changeList([a, b, c, d], { do: 'move', name: 'a', to: 2 }))).toBe('bcad')
  expect(names(changeList([a, b, c], { do: 'move', name: 'a', to: 99 }))).toBe('bca')
})

it('switches, deletes, duplicates, adds; a rule that is gone changes nothing', () => {
  expect(changeList([a, b], { do: 'switch', name: 'b' })).toEqual([a, { ...b, enabled: false }])
  expect(changeList([a, b], { do: 'delete', name: 'a' })).toEqual([b])
  expect(changeList([a, b], { do: 'duplicate', name: 'a' })).toEqual([a, { ...a, name: 'a 2' }, b])
  expect(names(changeList([a, c], { do: 'add', rule: b, at: 1 }))).toBe('abc')
  expect(changeList([a], { do: 'add', rule: a })[1]!.name).toBe('a 2')
  expect(changeList([a], { do: 'delete', name: 'x' })).toEqual([a])
})

it('finds a name that is free and not too long', () => {
  expect(freeName('a', [a, rule('a 2')])).toBe('a 3')
  const long = 'x'.repeat(64)
  expect(freeName(long, [rule(long)]).length).toBeLessThanOrEqual(64)
})

const seen = (before: Rule[], after: Rule[]) => diffRules(before, after).map((e) => `${e.change} ${e.name}`)

it('says what was added, removed, changed and moved, and counts it', () => {
  expect(seen([a, b, c], [a, b, c])).toEqual(['same a', 'same b', 'same c'])
  expect(seen([a, b, c], [a, { ...b, enabled: false }, c])).toEqual(['same a', 'changed b', 'same c'])
  expect(seen([a, c], [a, b, c])).toEqual(['same a', 'added b', 'same c'])
  expect(seen([a, b, c], [a, c])).toEqual(['same a', 'removed b', 'same c'])
  expect(countChanges(diffRules([a, b, c], [d, c]))).toBe(3)
})

it('says that the fewest rules moved', () => {
  expect(seen([a, b, c, d], [b, c, d, a])).toEqual(['same b', 'same c', 'same d', 'moved a'])
  expect(seen([a, b, c, d], [d, a, b, c])).toEqual(['moved d', 'same a', 'same b', 'same c'])
  expect(diffRules([a, b, c, d], [d, a, b, c])[0]).toMatchObject({ from: 4, to: 1 })
})

it('takes a rule with another name alone for changed', () => {
  expect(seen([a, b], [a, { ...b, name: 'z' }])).toEqual(['same a', 'changed z'])
  expect(seen([a, b], [a, { ...b, name: 'z', enabled: false }])).toEqual(['same a', 'removed b', 'added z'])
})

it('does not mind the order in which fields were written', () => {
  expect(seen([a], [{ actions: a.actions, when: { values: ['a'], op: 'contains', field: 'subject' }, enabled: true, name: 'a' } as Rule])).toEqual(['same a'])
})
