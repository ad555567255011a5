import { createTranslator } from 'next-intl'
import { z } from 'zod'
import { Rule } from '@/lib/core/rules/rule'
import type { RuleSetOverview as Overview } from '@/lib/services/rule-set/overview'
import rules from '@/messages/en/rules.json'
import { instant } from './page'

export const Draft = z.object({
  rules: z.array(Rule),
  revision: z.number().int().describe('Grows with each save; the ETag.'),
})

export const Published = z.object({
  version: z.number().int(),
  planId: z.uuid().nullable().describe('The sync plan that was made; null where SES need not change.'),
})

export const VersionParams = z.object({ version: z.coerce.number().int().min(1).max(1_000_000_000) })

const by = z.string().nullable().describe("A member's name, or an API key's; null where it is gone.")
const version = z.number().int()

export const VersionList = z.object({ data: z.array(z.object({ version, at: instant, by, rules: z.number().int().describe('How many.') })) })
export const Version = z.object({ version, at: instant, by, rules: z.array(Rule) })

export const RuleHits = z.object({
  rules: z.array(z.object({ name: z.string(), hits: z.number().int() })).describe('Rules without hits are missing.'),
  of: z.number().int().describe('Messages that were counted.'),
  capped: z.boolean().describe('The time had more.'),
})

export const RuleSetOverview = z.object({
  live: Version.nullable(),
  draft: Draft.extend({ at: instant.nullable(), by }),
  diff: z.array(z.object({ change: z.enum(['added', 'removed', 'changed', 'moved', 'same']), name: z.string(), from: z.number().int().nullable(), to: z.number().int().nullable() })).describe('From live to draft; places count from 1.'),
  changes: z.number().int(),
  notes: z.array(z.object({ rule: z.string(), key: z.string(), note: z.string() })).describe('What the author of the draft may not have meant.'),
})

/** The overview as the API gives it: with its notes in words. */
export function overviewInWords({ diff, notes, ...overview }: Overview): z.input<typeof RuleSetOverview> {
  const t = createTranslator({ locale: 'en', messages: { rules }, namespace: 'rules' })
  return {
    ...overview,
    diff: diff.map(({ change, name, from, to }) => ({ change, name, from: from ?? null, to: to ?? null })),
    notes: notes.map(({ rule, key, params }) => ({ rule, key, note: t(`lint.${key}`, { rule: '', value: '', field: '', action: '', ...params }) })),
  }
}
