import { z } from 'zod'
import { pageLimit } from './page'

/** Microseconds and the job's id. */
export const DeadLetterCursor = z.string().regex(/^\d{1,17}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be the nextCursor of an earlier page')

export const ListDeadLetters = z.strictObject({ limit: pageLimit, cursor: DeadLetterCursor.optional() })
export type ListDeadLetters = z.input<typeof ListDeadLetters>

export const DeadLetterId = z.strictObject({ id: z.uuid('must be a dead job\'s id') })
export type DeadLetterId = z.infer<typeof DeadLetterId>
