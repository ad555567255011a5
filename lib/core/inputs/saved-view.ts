import { z } from 'zod'

export const SaveView = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(60, 'must have at most 60 characters'),
  /** The log's query string, without `?`, cursor and limit. */
  query: z.string().max(2000, 'must have at most 2000 characters'),
})
export type SaveView = z.input<typeof SaveView>

export const ViewId = z.object({ id: z.uuid('must be a view\'s id') })
