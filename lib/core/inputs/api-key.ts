import { z } from 'zod'

const name = z.string().trim().min(1, 'needs a name').max(100, 'must have at most 100 characters')
const expiresAt = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 date and time, such as 2027-01-31T00:00:00Z' })

/** An owner's rights are a person's: a key has at most an admin's. */
const apiKeyRoles = ['admin', 'member', 'viewer'] as const

export const NewApiKey = z.strictObject({ name, role: z.enum(apiKeyRoles), expiresAt: expiresAt.optional() })
export type NewApiKey = z.input<typeof NewApiKey>

export const NewOperatorKey = z.strictObject({ userId: z.uuid(), name, expiresAt: expiresAt.optional() })
export type NewOperatorKey = z.input<typeof NewOperatorKey>

export const ApiKeyId = z.strictObject({ id: z.uuid('must be a key\'s id') })
