import { z } from 'zod'
import { limitNames } from '@/lib/core/limit/limits'
import { instant } from './page'

export const Usage = z.object({
  limits: z.array(
    z.object({
      name: z.enum(limitNames),
      used: z.number().nullable().describe('Null where it is not kept: requests a second.'),
      limit: z.number().nullable().describe('Null: no limit.'),
      state: z.enum(['fine', 'near', 'reached']).describe('`near` from 80 % on. At `reached` nothing more can be added.'),
    }),
  ),
  newUntil: instant.nullable().describe('Until when the lower limits of a new tenant hold.'),
})
