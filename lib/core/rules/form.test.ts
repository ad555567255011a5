import { describe, expect, it } from 'vitest'
import { changeForm, formOf, mayNest, newForm, readForm, ruleOf, type RuleForm } from './form'
import { ruleProblems } from './form-problems'
import { Rule, RuleSet } from './rule'

const rule = Rule.parse({
  name: 'all of it',
  enabled: false,
  when: {
    all: [
      { field: 'subject', op: 'contains', values: ['a', 'b c'] },
      { any: [{ field: 'header', name: 'List-Id', op: 'exists' }, { none: [{ field: 'verdict.dmarc', op: 'not_equals', values: ['PASS', 'GRAY'] }] }] },
    ],
  },
  unless: { any: [{ field: 'header', name: 'X-A', op: 'equals', values: ['1'] }] },
  actions: [{ type: 'quarantine' }, { type: 'stop' }],
})

/** The fields of a form as a browser would send them. */
function sent(form: RuleForm): Map<string, string> {
  const out = new Map<string, string>([['name', form.name]])
  if (form.enabled) out.set('enabled', 'on')
  const put = (node: RuleForm['when']['of'][number], path: string) => {
    if ('group' in node) {
      out.set(`${path}.group`, node.group)
      node.of.forEach((inner, i) => put(inner, `${path}.${i}`))
    } else {
      out.set(`${path}.field`, node.field).set(`${path}.op`, node.op)
      if (node.field === 'header') out.set(`${path}.name`, node.name)
      if (node.op !== 'exists') out.set(`${path}.values`, node.values)
    }
  }
  put(form.when, 'when')
  if (form.unless) put(form.unless, 'unless')
  form.actions.forEach((type, i) => out.set(`actions.${i}`, type))
  return out
}

it('gives a rule back as it was, through form and fields', () => {
  const fields = sent(formOf(rule))
  expect(ruleOf(readForm((name) => fields.get(name) ?? null))).toEqual(rule)
  expect(Rule.parse(ruleOf(formOf(rule)))).toEqual(rule)
})

it('writes a lone condition as a group of one', () => {
  const lone = Rule.parse({ name: 'r', when: { field: 'subject', op: 'equals', values: ['x'] }, actions: [{ type: 'keep' }] })
  expect(ruleOf(formOf(lone))).toEqual({ ...lone, when: { all: [lone.when] } })
})

it('takes values a line each, without blank ones', () => {
  const form = { ...newForm('r'), when: { group: 'all' as const, of: [{ field: 'subject' as const, op: 'equals' as const, name: '', values: ' a \r\n\n b c\n' }] } }
  expect(ruleOf(form)).toMatchObject({ when: { all: [{ values: ['a', 'b c'] }] } })
})

it('takes unknown words for the first choice, and nothing at all for an empty rule', () => {
  expect(readForm(() => null)).toEqual({ name: '', enabled: false, when: { group: 'all', of: [] }, unless: null, actions: [] })
  const fields: Record<string, string> = { 'when.group': 'most', 'when.0.field': 'body', 'when.0.op': 'matches', 'actions.0': 'explode' }
  expect(readForm((name) => fields[name] ?? null)).toMatchObject({ when: { group: 'all', of: [{ field: 'recipient', op: 'equals' }] }, actions: ['keep'] })
})

describe('a change', () => {
  const form = formOf(rule)
  it('adds below the group that it names', () => {
    expect(changeForm(form, 'test:when.1').when.of[1]).toMatchObject({ of: [{}, {}, { field: 'subject', values: '' }] })
    expect(changeForm(form, 'group:when').when.of[2]).toMatchObject({ group: 'any', of: [{ field: 'subject' }] })
    expect(changeForm(form, 'action').actions).toEqual(['quarantine', 'stop', 'stop'])
    expect(changeForm({ ...form, unless: null }, 'unless').unless).toMatchObject({ group: 'any', of: [{}] })
  })
  it('removes what it names', () => {
    expect(changeForm(form, 'remove:when.1.0').when.of[1]).toMatchObject({ of: [{ group: 'none' }] })
    expect(changeForm(form, 'remove:unless').unless).toBeNull()
    expect(changeForm(form, 'remove:actions.0').actions).toEqual(['stop'])
  })
  it('of what is not there changes nothing', () => {
    for (const command of ['', 'x', 'test:nowhere', 'remove:when', 'remove:when.9', 'remove:actions.9', 'test:when.0', 'unless', 'group:__proto__'])
      expect(changeForm(form, command)).toEqual(form)
  })
  it('nests no deeper than the schema reads', () => {
    let deep = newForm('r')
    let path = 'when'
    for (let i = 0; i < 10; i += 1) {
      deep = changeForm(changeForm(deep, `remove:${path}.0`), `group:${path}`)
      path += '.0'
    }
    const filled = JSON.parse(JSON.stringify(deep).replaceAll('"values":""', '"values":"x"')) as RuleForm
    expect(RuleSet.safeParse({ rules: [ruleOf(filled)] }).error).toBeUndefined()
    expect([mayNest('when.0.0.0'), mayNest('when.0.0.0.0')]).toEqual([true, false])
  })
})

it('puts each problem at its field', () => {
  expect(
    ruleProblems([
      { path: ['name'], message: 'needs a name' },
      { path: ['when', 'all', 0, 'any', 1, 'values'], message: 'needs at least one value' },
      { path: ['unless', 'any', 0, 'name'], message: 'must be a header field name, such as List-Id' },
      { path: ['actions'], message: 'needs at least one action' },
      { path: ['actions', 1], message: 'stop must be the last action' },
      { path: ['when', 'all'], message: 'takes at most 50 conditions' },
      { path: [], message: 'takes at most 200 rules' },
    ]),
  ).toEqual({ name: 'nameEmpty', 'when.0.1.values': 'values', 'unless.0.name': 'header', actions: 'actions', 'actions.1': 'stop', 'when.group': 'many', form: 'many' })
})
