import { z } from 'zod'
import { lineOf } from '@/lib/core/inputs/line'
import { maxDepth } from './depth'
import { verdictWords } from './verdict'

const values = z.array(z.string().min(1, 'must not be empty').max(1000)).min(1, 'needs at least one value').max(100, 'takes at most 100 values')
// RFC 5322 §2.2: a field name is printable US-ASCII without the colon.
const fieldName = z.string().regex(/^[!-9;-~]{1,100}$/, 'must be a header field name, such as List-Id')

const TextCondition = z.strictObject({
  field: z.enum(['recipient', 'mailbox', 'mailFrom', 'from', 'subject']),
  op: z.enum(['equals', 'not_equals', 'starts_with', 'ends_with', 'contains']),
  values,
})
const HeaderCondition = z.strictObject({
  field: z.literal('header'),
  name: fieldName,
  op: z.enum(['equals', 'not_equals', 'starts_with', 'ends_with', 'contains']),
  values,
})
const HeaderExistsCondition = z.strictObject({ field: z.literal('header'), name: fieldName, op: z.literal('exists') })
const VerdictCondition = z.strictObject({
  field: z.enum(['verdict.spam', 'verdict.virus', 'verdict.spf', 'verdict.dkim', 'verdict.dmarc']),
  op: z.enum(['equals', 'not_equals']),
  values: z.array(z.enum(verdictWords)).min(1, 'needs at least one value').max(verdictWords.length),
})

export type Leaf = z.infer<typeof TextCondition | typeof HeaderCondition | typeof HeaderExistsCondition | typeof VerdictCondition>
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { none: Condition[] }

const maxBranches = 50

const leaf = z.union([TextCondition, HeaderCondition, HeaderExistsCondition, VerdictCondition])
function conditionAt(depth: number): z.ZodType<Condition> {
  if (depth >= maxDepth) return leaf
  const branch = z.array(conditionAt(depth + 1)).max(maxBranches, `takes at most ${maxBranches} conditions`)
  return z.union([leaf, z.strictObject({ all: branch }), z.strictObject({ any: branch }), z.strictObject({ none: branch })])
}

export const Condition: z.ZodType<Condition> = conditionAt(0)

export const Action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('keep') }),
  z.strictObject({ type: z.literal('quarantine') }),
  z.strictObject({ type: z.literal('drop') }),
  z.strictObject({ type: z.literal('stop') }),
])
export type Action = z.infer<typeof Action>

/**
 * A tenant's rule: it matches where `when` holds and `unless` does not. `when` missing or `{all: []}` matches every mail (`any: []`
 * matches none); without `unless` there is no exception.
 * All matching rules run in order until one stops; a later disposition replaces an earlier one; drop ends.
 */
export const Rule = z.strictObject({
  name: lineOf(64),
  enabled: z.boolean().default(true),
  when: Condition.default({ all: [] }),
  unless: Condition.optional(),
  actions: z.array(Action).min(1, 'needs at least one action').max(10, 'takes at most 10 actions'),
})
export type Rule = z.infer<typeof Rule>

export const RuleSet = z.strictObject({
  rules: z
    .array(Rule)
    .max(200, 'takes at most 200 rules')
    .superRefine((rules, ctx) => {
      const seen = new Set<string>()
      rules.forEach((rule, i) => {
        if (seen.has(rule.name)) ctx.addIssue({ code: 'custom', path: [i, 'name'], message: `"${rule.name}" stands twice: give each rule its own name` })
        seen.add(rule.name)
        const stop = rule.actions.findIndex((a) => a.type === 'stop')
        if (stop >= 0 && stop < rule.actions.length - 1)
          ctx.addIssue({ code: 'custom', path: [i, 'actions', stop], message: 'stop must be the last action' })
      })
    }),
})
export type RuleSet = z.infer<typeof RuleSet>
