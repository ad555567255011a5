import { z } from 'zod'

/** One page of rows, newest first. */
export const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({ data: z.array(row), nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null where this was the last.') })

export const instant = z.iso.datetime().describe('ISO 8601, UTC')
export const IdParams = z.object({ id: z.uuid() })
