import { expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/core/access/refusal'
import { RuleSet } from '@/lib/core/rules/rule'
import { Simulate } from '@/lib/core/inputs/simulate'
import { parseInput } from './parse'

function problems(schema: z.ZodType, input: unknown): [string, string][] {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map((p) => [p.path.join('.'), p.message])
    throw error
  }
  return []
}
const withWhen = (when: unknown) => ({ rules: [{ name: 'a', when, actions: [{ type: 'keep' }] }] })

it('gives what the schema makes of the input', () => {
  expect(parseInput(z.object({ n: z.coerce.number() }), { n: '3' })).toEqual({ n: 3 })
})

it('names an unknown field where it stands', () => {
  expect(problems(z.strictObject({ from: z.string().optional() }), { form: 'x' })).toEqual([['form', 'is not a field here: check its spelling']])
})

it('refuses text that the database cannot keep, where it stands', () => {
  const rule = (name: string, value: string) => ({ name, when: { field: 'subject', op: 'contains', values: ['fine 請求 👩‍👧', value] }, actions: [{ type: 'keep' }] })
  const message = 'must be text without NUL and without halves of characters'
  expect(problems(RuleSet, { rules: [rule('a', 'x'), rule('b\ud800', 'a\u0000b')] })).toEqual([
    ['rules.1.name', message],
    ['rules.1.when.values.1', message],
  ])
  expect(problems(z.object({ q: z.string() }), { q: '\u0000' })).toEqual([['q', message]])
  expect(problems(RuleSet, { rules: [rule('a', '👩‍👧')] })).toEqual([])
})

it('of a condition tells the form that was meant', () => {
  expect(problems(RuleSet, withWhen({ field: 'subject', op: 'contains', values: [] }))).toEqual([['rules.0.when.values', 'needs at least one value']])
  expect(problems(RuleSet, withWhen({ field: 'header', name: 'List Id', op: 'exists' }))).toEqual([['rules.0.when.name', 'must be a header field name, such as List-Id']])
})

it('goes down into nested conditions, however many are wrong', () => {
  const bad = { field: 'subject', op: 'contains', values: [] }
  expect(problems(RuleSet, withWhen({ all: [bad, { none: [bad] }, bad, bad, bad] })).map(([path]) => path)).toEqual([
    'rules.0.when.all.0.values',
    'rules.0.when.all.1.none.0.values',
    'rules.0.when.all.2.values',
    'rules.0.when.all.3.values',
    'rules.0.when.all.4.values',
  ])
})

it('tells a simulation what is missing', () => {
  expect(problems(Simulate, { raw: 'aGk=' }).map(([path]) => path)).toEqual(['recipient'])
})
