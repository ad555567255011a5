import { z } from 'zod'
import { pageLimit } from './page'

/** A keyset by time (milliseconds) and id. */
export const timeCursor = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{36}$/, 'must be the nextCursor of an earlier page')
  .transform((text) => ({ at: new Date(Number(text.split('.')[0])), id: text.slice(text.indexOf('.') + 1) }))
export const cursorOf = (row: { at: Date; id: string }): string => `${row.at.getTime()}.${row.id}`

export const ListTenants = z.strictObject({ limit: pageLimit, cursor: timeCursor.optional(), q: z.string().trim().max(320).optional() })
export type ListTenants = z.input<typeof ListTenants>
