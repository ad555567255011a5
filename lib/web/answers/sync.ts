import { z } from 'zod'
import { instant } from './page'

const n = z.number().int()

export const Sync = z.object({
  look: z
    .object({
      at: instant,
      activeSet: z.string().nullable(),
      oursActive: z.boolean().describe('This installation made the active set.'),
      rules: n,
      ours: n,
      calls: n.describe('Calls that it would take to make it as planned; 0: it is.'),
      sets: z.array(z.object({ name: z.string(), at: instant, active: z.boolean(), planId: z.uuid().nullable() })),
      failedAt: instant.nullable().describe('A look that failed after it.'),
      error: z.string().nullable(),
    })
    .nullable()
    .describe('null: nobody has looked yet.'),
  open: z.object({ id: z.uuid(), status: z.enum(['applying', 'waiting', 'ready']), at: instant }).nullable(),
  lastApplied: z.object({ id: z.uuid(), at: instant }).nullable(),
})

export const Drift = z.object({
  drifted: z.boolean(),
  changes: z.array(z.object({ rule: z.string().nullable(), sentence: z.string() })),
})
