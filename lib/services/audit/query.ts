import type { z } from 'zod'
import type { AuditFilter } from '@/lib/core/inputs/audit'

interface Asked extends z.output<typeof AuditFilter> {
  cursor?: { at: Date; id: string } | undefined
  /** Rows to read. */
  take: number
}

const uuid = `'^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'`
/** An id as text, where it is a uuid: the cast is not made for another. */
const idOf = (column: string, kinds: string) => `CASE WHEN ${kinds} AND ${column} ~ ${uuid} THEN ${column}::uuid END`

/**
 * One page of the audit, newest first by keyset, with its names in the same query: one look-up by key for each row of the page, never a join
 * that could read a table whole. With `tenantId` a tenant's own audit, else the operators'. Each filter has an index that ends in (at, id).
 */
export function auditQuery(tenantId: string | undefined, f: Asked): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const add = (value: unknown, type = 'text') => `$${values.push(value)}::${type}`
  const where: string[] = []
  if (tenantId) where.push(`"tenantId" = ${add(tenantId, 'uuid')}`)
  if (f.actor) where.push(f.actor.includes('@') ? `"actorId" = (SELECT u.id::text FROM "user" u WHERE u.email = ${add(f.actor.toLowerCase())})` : `"actorId" = ${add(f.actor)}`)
  if (f.kind) where.push(`"actorKind" = ${add(f.kind)}`)
  if (f.verb) where.push(`${f.verb.includes('.') ? 'verb' : 'noun'} = ${add(f.verb)}`)
  if (f.target) where.push(`"targetId" = ${add(f.target)}`)
  if (f.since) where.push(`at >= ${add(f.since, 'timestamptz')}`)
  if (f.until) where.push(`at < ${add(f.until, 'timestamptz')}`)
  if (f.cursor) where.push(`(at, id) < (${add(f.cursor.at.toISOString(), 'timestamptz')}, ${add(f.cursor.id, 'uuid')})`)
  const text = `
    SELECT a.id::text AS id, a.at, a."actorKind", a."actorId", coalesce(u.name, k.name) AS "actorName", u.email AS "actorAddress", coalesce(u.gone, false) AS "actorDeleted",
      a.verb, a."targetKind", a."targetId", t.name AS "targetName", a.before, a.after, a.ip
    FROM (SELECT * FROM ${tenantId ? 'audit' : 'operator_audit'} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY at DESC, id DESC LIMIT ${add(f.take, 'int')}) a
    LEFT JOIN LATERAL (SELECT CASE WHEN u."deletedAt" IS NULL THEN u.name END AS name, u."deletedAt" IS NOT NULL AS gone,
        CASE WHEN u."deletedAt" IS NULL ${tenantId ? `AND a."actorKind" = 'user'` : ''} THEN u.email END AS email
      FROM "user" u WHERE u.id = ${idOf('a."actorId"', `a."actorKind" IN ('user', 'operator')`)} LIMIT 1) u ON true
    LEFT JOIN LATERAL (SELECT k.name FROM ${tenantId ? 'api_key k WHERE k."tenantId" = a."tenantId" AND' : 'operator_key k WHERE'} k.id = ${idOf('a."actorId"', `a."actorKind" = 'apiKey'`)} LIMIT 1) k ON true
    LEFT JOIN LATERAL (${tenantId ? ofTenant : ofPlatform}) t ON true
    ORDER BY a.at DESC, a.id DESC`
  return { text, values }
}

const user = `SELECT u.name FROM "user" u WHERE u."deletedAt" IS NULL AND u.id = ${idOf('a."targetId"', `a."targetKind" IN ('user', 'member')`)}`
const row = (table: string, column: string, kind: string) => `SELECT r.${column} FROM ${table} r WHERE r."tenantId" = a."tenantId" AND r.id = ${idOf('a."targetId"', `a."targetKind" = '${kind}'`)}`
const either = (...each: string[]) => `SELECT coalesce(${each.map((one) => `(${one})`).join(', ')}) AS name`

const ofTenant = either(user, row('domain', 'name', 'domain'), row('api_key', 'name', 'apiKey'), row('webhook_endpoint', 'url', 'webhook'))
const ofPlatform = either(user, `SELECT k.name FROM operator_key k WHERE k.id = ${idOf('a."targetId"', `a."targetKind" = 'operatorKey'`)}`)
