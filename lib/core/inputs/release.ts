import { z } from 'zod'

const list = z.array(z.uuid('must be a message\'s id')).min(1, 'must name a message').max(100, 'must name at most 100 messages')

/** A form with one box ticked sends a text, with several a list. */
const ids = z.preprocess((given) => (typeof given === 'string' ? [given] : given), list)

/** Messages of one page of the log that something is done to: the set is frozen when it is asked. */
export const MessageIds = z.object({ ids: ids.transform((of) => [...new Set(of)]) })
export type MessageIds = z.input<typeof MessageIds>

/** The same as a program names them. */
export const MessageIdList = z.strictObject({ ids: list })
