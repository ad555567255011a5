import { z } from 'zod'
import { limitNames } from '@/lib/core/limit/limits'

const most = 2 ** 50

const Value = z
  .union([z.number().int('must be a whole number').min(0, 'must be 0 or more').max(most, 'is too much'), z.null()])
  .describe('Null: no limit.')

/** What an operator sets for one tenant. A limit that is not named stays; `usual` ones go back to what all tenants have. */
export const TenantLimits = z.strictObject({
  limits: z.partialRecord(z.enum(limitNames), Value).default({}),
  usual: z.array(z.enum(limitNames)).max(limitNames.length).default([]).describe('Limits that go back to those of all tenants.'),
  newcomer: z.literal(false).optional().describe('False: the lower limits of a new tenant hold no longer.'),
})

export const SetLimits = TenantLimits.extend({ tenantId: z.uuid('must be the id of a tenant') })
export type SetLimits = z.input<typeof SetLimits>
