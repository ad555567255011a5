import { z } from 'zod'
import { limitNames, mailLimits } from '@/lib/core/limit/limits'
import { instant } from './page'

export const Usage = z.object({
  limits: z.array(
    z.object({
      name: z.enum(limitNames),
      used: z.number().nullable().describe('Null where it is not kept: requests a second. Messages are those processed today (UTC); storage includes what waits.'),
      limit: z.number().nullable().describe('Null: no limit.'),
      state: z.enum(['fine', 'near', 'reached']).describe('`near` from 80 % on. At `reached` nothing more can be added; mail is taken all the same, and waits.'),
    }),
  ),
  held: z
    .object({ messages: z.number(), bytes: z.number(), waitsFor: z.enum(mailLimits).nullable().describe('The limit that the first of them met.') })
    .describe('Messages that wait for room, each with disposition `held`. They are processed by themselves, in the order they came: the next day, when the limit is raised, or when there is room.'),
  dayEndsAt: instant.describe('When messages are counted from 0 again.'),
  newUntil: instant.nullable().describe('Until when the lower limits of a new tenant hold.'),
})

const limit = z.number().nullable()
export const TenantUsage = Usage.extend({
  own: z.partialRecord(z.enum(limitNames), limit).describe('What an operator set for this tenant. Null: no limit.'),
  given: z.record(z.enum(limitNames), limit).describe('What holds for it where nothing is set.'),
})
