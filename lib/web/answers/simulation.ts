import { z } from 'zod'
import { dispositions } from '@/lib/core/rules/trace'
import { TraceStep } from './message'

export const Simulation = z.object({
  disposition: z.enum(dispositions),
  reason: z.string(),
  trace: z.array(TraceStep),
  matchedRules: z.array(z.string()),
  version: z.union([z.number().int(), z.literal('draft')]).nullable().describe('Whose rules ran: the draft (or those given), a version, or none.'),
})

export const ReplaysAsked = z.object({ done: z.array(z.uuid()), failed: z.array(z.object({ id: z.uuid(), why: z.enum(['notFound', 'waits']) })) })

export const Replay = z.object({ accepted: z.literal(true), run: z.number().int().describe('The number that the new trace will have.') })
