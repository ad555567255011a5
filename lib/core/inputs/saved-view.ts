import { z } from 'zod'
import { lineOf } from './line'

export const SaveView = z.object({
  name: lineOf(60, 'must not be empty'),
  /** The log's query string, without `?`, cursor and limit. */
  query: z.string().max(2000, 'must have at most 2000 characters'),
})
export type SaveView = z.input<typeof SaveView>

export const ViewId = z.object({ id: z.uuid('must be a view\'s id') })
