import { z } from 'zod'

/** How many rows a page has: 1 to 100. A query string gives it as text. */
export const pageLimit = z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1').max(100, 'must be at most 100').default(50)

/** One page of any list: newest first; null where it was the last. */
export interface Page<Row> {
  data: Row[]
  nextCursor: string | null
}
