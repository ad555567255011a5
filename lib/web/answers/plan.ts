import { z } from 'zod'
import { phases } from '@/lib/core/receipt/stored'
import { instant, pageOf } from './page'
import { said } from './said'

const n = z.number().int()

export const Plan = z.object({
  id: z.uuid(),
  status: z.enum(['ready', 'waiting', 'applying', 'applied', 'failed', 'stale', 'cancelled']),
  applyable: z.boolean().describe('Whether apply would do something now.'),
  reason: z.string(),
  reasonCode: said.nullable().describe('The same as key and values; null in older plans.'),
  steps: z.array(z.looseObject({ call: z.string().describe('The API call of SES.'), sentence: z.string() })),
  counts: z.object({ create: n, change: n, delete: n, keep: n, foreign: n }).describe('Receipt rules by what becomes of them.'),
  progress: z.object({ phase: z.enum(phases), done: n, total: n }).nullable(),
  note: z.string().nullable().describe('Why it waits, failed or went stale.'),
  notes: z.array(said).nullable().describe('The same as keys and values; null in older plans.'),
  createdAt: instant,
  settledAt: instant.nullable(),
})

const seen = z.object({ name: z.string().nullable(), hash: z.string() })

export const WholePlan = Plan.extend({
  basis: z.object({ active: seen, source: seen }).describe('The rule sets that it was made from, by fingerprint.'),
  target: z.looseObject({ rules: z.array(z.looseObject({ name: z.string() })) }).describe('The rule set that SES shall have.'),
})

export const PlanList = pageOf(Plan)
