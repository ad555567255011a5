import { z } from 'zod'
import { limitNames, newcomerDays } from '@/lib/core/limit/limits'

const Value = z.union([z.number().int('must be a whole number').min(0, 'must be 0 or more').max(2 ** 50, 'is too much'), z.null()]).describe('Null: no limit.')
const Some = z.partialRecord(z.enum(limitNames), Value)

/** Platform setting `limits`: those of all tenants, and the lower ones of a tenant's first days, where they are not the product's own. */
export const LimitSetting = z.strictObject({
  usual: Some.default({}),
  newcomer: Some.default({}),
  newcomerDays: z.number().int('must be a whole number').min(0, 'must be 0 or more').max(365, 'must be 365 or less').default(newcomerDays).describe('0: nobody is a newcomer.'),
})
export type LimitSetting = z.output<typeof LimitSetting>

/** A missing setting is the product's own limits; one that cannot be read as well: never none by mistake. */
export const limitSettingOf = (stored: unknown): LimitSetting => LimitSetting.safeParse(stored ?? {}).data ?? LimitSetting.parse({})
