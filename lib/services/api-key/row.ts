import { readScopes } from '@/lib/core/access/scope'
import type { ApiKeyGetPayload } from '@/lib/db/generated/models/ApiKey'

/** What is told of a key: never its hash. */
export const keyColumns = {
  id: true,
  name: true,
  prefix: true,
  role: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  lastUsedIp: true,
  expiresAt: true,
  revokedAt: true,
} as const

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  role: string
  /** What of its role it may; null: all of it, now and later. */
  scopes: string[] | null
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedIp: string | null
  expiresAt: Date | null
  revokedAt: Date | null
}

export function keyRow(row: ApiKeyGetPayload<{ select: typeof keyColumns }>): ApiKeyRow {
  return { ...row, scopes: readScopes(row.scopes) ?? null }
}
