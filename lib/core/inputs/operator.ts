import { z } from 'zod'
import { pageLimit } from './page'

/** A keyset by time (milliseconds) and id. */
export const timeCursor = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be the nextCursor of an earlier page')
  .transform((text) => ({ at: new Date(Number(text.split('.')[0])), id: text.slice(text.indexOf('.') + 1) }))
export const cursorOf = (row: { at: Date; id: string }): string => `${row.at.getTime()}.${row.id}`

/** What the list of tenants can be narrowed to. */
export const tenantStates = ['active', 'suspended', 'deleting', 'failing'] as const

export const ListTenants = z.strictObject({
  limit: pageLimit,
  cursor: timeCursor.optional(),
  q: z.string().trim().max(320).optional(),
  state: z.enum(tenantStates, 'must be active, suspended, deleting or failing').optional(),
})
export type ListTenants = z.input<typeof ListTenants>

export const TenantId = z.strictObject({ id: z.uuid("must be a tenant's id") })

/** Words that the tenant will read. */
export const reason = z.string().trim().min(10, 'needs at least 10 characters: the tenant reads it').max(500, 'must have at most 500 characters')

export const SuspendTenant = TenantId.extend({ reason })
export type SuspendTenant = z.input<typeof SuspendTenant>

/** `confirm`: the tenant's slug, typed. */
export const DeleteTenant = TenantId.extend({ confirm: z.string().trim() })
export type DeleteTenant = z.input<typeof DeleteTenant>
