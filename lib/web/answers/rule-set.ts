import { z } from 'zod'
import { Rule } from '@/lib/core/rules/rule'

export const Draft = z.object({
  rules: z.array(Rule),
  revision: z.number().int().describe('Grows with each save; the ETag.'),
})

export const Published = z.object({
  version: z.number().int(),
  planId: z.uuid().nullable().describe('The sync plan that was made; null where SES need not change.'),
})
