import { z } from 'zod'
import type { Basis } from './plan'
import type { Rule } from './rule'
import { calls, type Counts, type Step } from './step'

// A plan as the table `plan` holds it, read back through schemas: an older version's row must not pass for this one's.
const Seen = z.object({ name: z.string().nullable(), hash: z.string() })
const StoredBasis: z.ZodType<Basis> = z.object({ active: Seen, source: Seen })
const StoredRule: z.ZodType<Rule> = z.object({
  name: z.string(),
  enabled: z.boolean(),
  scanEnabled: z.boolean(),
  tlsPolicy: z.enum(['Optional', 'Require']),
  recipients: z.array(z.string()),
  actions: z.array(z.object({ type: z.string(), settings: z.record(z.string(), z.string()) })),
})
const n = z.number().int()
const StoredCounts: z.ZodType<Counts> = z.object({ create: n, change: n, delete: n, keep: n, foreign: n })
const StoredStep: z.ZodType<Step> = z.object({
  call: z.enum(calls),
  sentence: z.string(),
  rule: z.string().optional(),
  after: z.string().optional(),
  params: z
    .object({
      ruleSet: z.string(),
      recipients: z.array(z.string()),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      settings: z.array(z.enum(['enabled', 'scanEnabled', 'tlsPolicy', 'actions'])),
    })
    .partial()
    .optional(),
})

/** Phases of an apply, in order. */
export const phases = ['prepare', 'copy', 'change', 'compare', 'switch', 'done'] as const

export const StoredPlan = z.object({
  basis: StoredBasis,
  target: z.object({ rules: z.array(StoredRule), counts: StoredCounts }),
  steps: z.array(StoredStep),
  progress: z
    .object({
      phase: z.enum(phases),
      done: n,
      total: n,
      /** The copy that is changed; written before it is made, so that whoever goes on after a crash knows it. */
      ruleSet: z.string().optional(),
    })
    .nullable(),
})
export type StoredPlan = z.infer<typeof StoredPlan>
export type Progress = NonNullable<StoredPlan['progress']>

export type PlanStatus = 'ready' | 'waiting' | 'applying' | 'applied' | 'failed' | 'stale' | 'cancelled'
