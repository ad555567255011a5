import { z } from 'zod'
import { pageLimit } from './page'

export const ListDeadLetters = z.strictObject({
  limit: pageLimit,
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,17}\.[0-9a-f-]{36}$/, 'must be the nextCursor of an earlier page')
    .optional(),
})
export type ListDeadLetters = z.input<typeof ListDeadLetters>

export const DeadLetterId = z.strictObject({ id: z.uuid('must be a dead job\'s id') })
export type DeadLetterId = z.infer<typeof DeadLetterId>
