import { z } from 'zod'
import { limitNames } from '@/lib/core/limit/limits'
import { instant } from './page'

export const Usage = z.object({
  limits: z.array(
    z.object({
      name: z.enum(limitNames),
      used: z.number().nullable().describe('Null where it is not kept: requests a second.'),
      limit: z.number().nullable().describe('Null: no limit.'),
      state: z.enum(['fine', 'near', 'reached']).describe('`near` from 80 % on. At `reached` mail is taken and held, and nothing more can be added.'),
      resetsAt: instant.nullable().describe('When what is counted by the day begins anew.'),
    }),
  ),
  newUntil: instant.nullable().describe('Until when the lower limits of a new tenant hold.'),
  held: z.number().int().describe('Messages that wait for room under a limit.'),
})
