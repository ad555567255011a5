import { z } from 'zod'
import { timeCursor } from './operator'

export const PlanId = z.strictObject({ id: z.uuid('must be the id of a plan') })
export const PlanPage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** `nextCursor` of the page before. */
  cursor: timeCursor.optional(),
})
