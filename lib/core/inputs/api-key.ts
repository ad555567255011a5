import { z } from 'zod'
import { permissions, type Permission } from '@/lib/core/access/matrix'
import { keyRoles } from '@/lib/core/access/scope'
import { lineOf } from './line'
import { timeCursor } from './operator'
import { pageLimit } from './page'

const name = lineOf(100)
const expiresAt = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 date and time, such as 2027-01-31T00:00:00Z' })

const scopes = z
  .array(z.enum(permissions as [Permission, ...Permission[]]))
  .min(1, 'needs at least one scope')
  .max(permissions.length, 'names a scope twice')
  .describe('What of its role the key may do. Left out: all of it, now and later.')

export const NewApiKey = z
  .strictObject({
    name,
    role: z.enum(keyRoles).optional().describe('The most that the key may do. Left out: the weakest role that has all of the scopes.'),
    scopes: scopes.optional(),
    expiresAt: expiresAt.optional().describe('The end of the key, in the future. Left out: none.'),
  })
  .refine((key) => key.role !== undefined || key.scopes !== undefined, { path: ['scopes'], message: 'needs scopes, a role, or both' })
export type NewApiKey = z.input<typeof NewApiKey>

export const NewOperatorKey = z.strictObject({ userId: z.uuid(), name, expiresAt: expiresAt.optional() })
export type NewOperatorKey = z.input<typeof NewOperatorKey>

export const ApiKeyId = z.strictObject({ id: z.uuid('must be a key\'s id') })
export const ApiKeyName = z.strictObject({ name })
export const RenameApiKey = ApiKeyName.extend(ApiKeyId.shape)
export const ApiKeyPage = z.strictObject({ limit: pageLimit, cursor: timeCursor.optional() })
