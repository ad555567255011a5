import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { roles } from '@/lib/core/access/matrix'
import { readScopes } from '@/lib/core/access/scope'
import { suspensionOf, type StandingRow } from '@/lib/core/tenant/standing'
import { database } from '@/lib/db/client'
import { inTenantSql } from '@/lib/db/tenant'
import { hashKey, keyKind } from './secret'

export type KeyHolder = { kind: 'tenant'; keyId: string; ctx: TenantContext } | { kind: 'operator'; keyId: string; ctx: OperatorContext }

const minute = 60_000
// When this process last wrote when and from where a key was used: a busy key costs one update a minute, not one a request.
const touched = new Map<string, number>()

async function touch(keyId: string, update: () => Promise<unknown>): Promise<void> {
  const now = Date.now()
  if (now - (touched.get(keyId) ?? 0) < minute) return
  if (touched.size > 10_000) touched.clear()
  touched.set(keyId, now)
  await update()
}

async function findTenantKey(hash: string, ip?: string): Promise<KeyHolder | null> {
  const { rows } = await database().pool.query<StandingRow & { tenantId: string; id: string; role: string; scopes: string[] }>({
    name: 'find-api-key',
    text: 'SELECT k."tenantId", k.id, k.role, k.scopes, s.* FROM find_api_key($1) k, LATERAL tenant_standing(k."tenantId") s',
    values: [hash],
  })
  const row = rows[0]
  const role = roles.find((r) => r === row?.role)
  if (!row || !role) return null
  const used = `UPDATE api_key SET "lastUsedAt" = now(), "lastUsedIp" = $3 WHERE "tenantId" = $1 AND id = $2 AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '1 minute')`
  await touch(row.id, () => inTenantSql(row.tenantId, (client) => client.query(used, [row.tenantId, row.id, ip ?? null])))
  const [scopes, suspended] = [readScopes(row.scopes), suspensionOf(row)]
  return { kind: 'tenant', keyId: row.id, ctx: { actor: { kind: 'apiKey', id: row.id }, tenantId: row.tenantId, role, ...(scopes && { scopes }), ...(suspended && { suspended }), ip } }
}

async function findOperatorKey(hash: string, ip?: string): Promise<KeyHolder | null> {
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'find-operator-key',
    text: `SELECT k.id FROM operator_key k JOIN "user" u ON u.id = k."userId"
           WHERE k.hash = $1 AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > now()) AND u."isOperator" AND u."disabledAt" IS NULL`,
    values: [hash],
  })
  const row = rows[0]
  if (!row) return null
  const used = `UPDATE operator_key SET "lastUsedAt" = now() WHERE id = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '1 minute')`
  await touch(row.id, () => database().pool.query(used, [row.id]))
  return { kind: 'operator', keyId: row.id, ctx: { actor: { kind: 'apiKey', id: row.id }, ip } }
}

/** Whose key this is, and what it may; null for any text that is no key, or one that is revoked or over. */
export async function findKey(key: string, ip?: string): Promise<KeyHolder | null> {
  const kind = keyKind(key)
  if (!kind) return null
  return kind === 'tenant' ? findTenantKey(hashKey(key), ip) : findOperatorKey(hashKey(key), ip)
}
