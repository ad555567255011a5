import { maxDepth } from './depth'
import type { Action, Condition, Leaf, Rule } from './rule'

// A rule while it is being written: everything is text, and nothing has to be right yet. The server and the browser change it by the
// same verbs, so that the form does the same with script and without.

const textFields = ['recipient', 'mailbox', 'mailFrom', 'from', 'subject'] as const
const verdictFields = ['verdict.spam', 'verdict.virus', 'verdict.spf', 'verdict.dkim', 'verdict.dmarc'] as const
export const fields = [...textFields, 'header', ...verdictFields] as const
type FieldName = (typeof fields)[number]
const ops = ['equals', 'not_equals', 'starts_with', 'ends_with', 'contains', 'exists'] as const
type Op = (typeof ops)[number]
export const groups = ['all', 'any', 'none'] as const
type Group = (typeof groups)[number]

export interface TestNode {
  field: FieldName
  op: Op
  /** Of a header field. */
  name: string
  /** One a line. */
  values: string
}
export interface GroupNode {
  group: Group
  of: Node[]
}
export type Node = TestNode | GroupNode
export const isGroup = (node: Node): node is GroupNode => 'group' in node

export interface RuleForm {
  name: string
  enabled: boolean
  when: GroupNode
  unless: GroupNode | null
  actions: Action['type'][]
}

/** Ops that a field can be compared by. */
export const opsOf = (field: FieldName): readonly Op[] =>
  field.startsWith('verdict.') ? ops.slice(0, 2) : field === 'header' ? ops : ops.slice(0, 5)

const newTest = (): TestNode => ({ field: 'subject', op: 'contains', name: '', values: '' })
export const newForm = (name: string): RuleForm => ({ name, enabled: true, when: { group: 'all', of: [newTest()] }, unless: null, actions: ['quarantine'] })

/** Whether a group below this path would still be read: the schema lets groups nest to `maxDepth`. */
export const mayNest = (path: string): boolean => path.split('.').length < maxDepth

// --- from and to a rule

export function formOf(rule: Rule): RuleForm {
  return { name: rule.name, enabled: rule.enabled, when: top(rule.when), unless: rule.unless ? top(rule.unless) : null, actions: rule.actions.map((a) => a.type) }
}

const top = (condition: Condition): GroupNode => {
  const node = nodeOf(condition)
  return isGroup(node) ? node : { group: 'all', of: [node] }
}

function nodeOf(condition: Condition): Node {
  if ('all' in condition) return { group: 'all', of: condition.all.map(nodeOf) }
  if ('any' in condition) return { group: 'any', of: condition.any.map(nodeOf) }
  if ('none' in condition) return { group: 'none', of: condition.none.map(nodeOf) }
  return { field: condition.field, op: condition.op, name: 'name' in condition ? condition.name : '', values: 'values' in condition ? condition.values.join('\n') : '' }
}

/** The rule that a form says, not yet judged: RuleSet does that. */
export function ruleOf(form: RuleForm): unknown {
  const { name, enabled, when, unless, actions } = form
  return { name, enabled, when: conditionOf(when), ...(unless ? { unless: conditionOf(unless) } : {}), actions: actions.map((type) => ({ type })) }
}

function conditionOf(node: Node): unknown {
  if (isGroup(node)) return { [node.group]: node.of.map(conditionOf) }
  const op = opsOf(node.field).includes(node.op) ? node.op : 'equals'
  return {
    field: node.field,
    ...(node.field === 'header' ? { name: node.name.trim() } : {}),
    op,
    ...(op === 'exists' ? {} : { values: linesOf(node.values) }),
  } satisfies Partial<Record<keyof Leaf | 'name' | 'values', unknown>>
}

/** Values as they stand in the box, a line each; blank lines and blanks at the ends say nothing. */
const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)

// --- changes

/**
 * `test:when.0` and `group:when.0` add below a group, `remove:when.0.2` takes a condition away, `remove:unless` all exceptions,
 * `remove:actions.1` an action; `action` adds one, `unless` begins exceptions. What is not understood changes nothing.
 */
export function changeForm(form: RuleForm, command: string): RuleForm {
  const [verb, path = ''] = command.split(':')
  if (verb === 'action') return { ...form, actions: [...form.actions, 'stop'] }
  if (verb === 'unless') return form.unless ? form : { ...form, unless: { group: 'any', of: [newTest()] } }
  const [root, ...rest] = path.split('.')
  const indexes = rest.map(Number)
  if (root === 'actions') return verb === 'remove' ? { ...form, actions: form.actions.filter((_, i) => i !== indexes[0]) } : form
  if (root !== 'when' && root !== 'unless') return form
  if (verb === 'remove' && indexes.length === 0) return root === 'unless' ? { ...form, unless: null } : form
  const group = form[root]
  return group ? { ...form, [root]: changeGroup(group, verb!, indexes, path) } : form
}

function changeGroup(group: GroupNode, verb: string, [at, ...below]: number[], path: string): GroupNode {
  if (at === undefined) {
    if (verb === 'test') return { ...group, of: [...group.of, newTest()] }
    if (verb === 'group' && mayNest(path)) return { ...group, of: [...group.of, { group: 'any', of: [newTest()] }] }
    return group
  }
  if (verb === 'remove' && below.length === 0) return { ...group, of: group.of.filter((_, i) => i !== at) }
  return { ...group, of: group.of.map((node, i) => (i === at && isGroup(node) ? changeGroup(node, verb, below, path) : node)) }
}

// --- what the browser sends

/** A form's fields: `name`, `enabled`, `when.0.field`, `when.0.1.group`, `actions.0` … Unknown words fall back to the first choice. */
export function readForm(get: (name: string) => string | null): RuleForm {
  const actions: Action['type'][] = []
  for (let i = 0; i < 20; i += 1) {
    const type = get(`actions.${i}`)
    if (type === null) break
    actions.push(oneOf(['keep', 'quarantine', 'drop', 'stop'] as const, type))
  }
  const when = readNode(get, 'when')
  const unless = readNode(get, 'unless')
  return {
    name: get('name') ?? '',
    enabled: get('enabled') !== null,
    when: when && isGroup(when) ? when : { group: 'all', of: [] },
    unless: unless && isGroup(unless) ? unless : null,
    actions,
  }
}

function readNode(get: (name: string) => string | null, path: string): Node | null {
  const group = get(`${path}.group`)
  if (group !== null) {
    const of: Node[] = []
    for (let i = 0; i < 60 && path.split('.').length <= maxDepth; i += 1) {
      const node = readNode(get, `${path}.${i}`)
      if (!node) break
      of.push(node)
    }
    return { group: oneOf(groups, group), of }
  }
  const field = get(`${path}.field`)
  if (field === null) return null
  return { field: oneOf(fields, field), op: oneOf(ops, get(`${path}.op`)), name: get(`${path}.name`) ?? '', values: get(`${path}.values`) ?? '' }
}

const oneOf = <T extends string>(words: readonly T[], word: string | null): T => words.find((w) => w === word) ?? words[0]!
