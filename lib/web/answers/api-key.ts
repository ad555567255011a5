import { z } from 'zod'
import { keyRoles } from '@/lib/core/access/scope'
import { instant, pageOf } from './page'

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().describe('How the key begins, to tell keys apart.'),
  role: z.enum(keyRoles).describe('The most that the key may do.'),
  scopes: z.array(z.string()).nullable().describe('What of its role the key may do; null: all of it, now and later.'),
  createdAt: instant,
  lastUsedAt: instant.nullable().describe('To the minute.'),
  lastUsedIp: z.string().nullable(),
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

export const ApiKeyPage = pageOf(ApiKey)
export const NewApiKey = ApiKey.extend({ key: z.string().describe('The key itself: shown in this answer and never again.') })
