import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type pg from 'pg'
import { forgedLocal } from './attack'
import type { Accepted } from './mails'

/** What stands wrong after the storm. Every list must be empty. */
export interface Findings {
  lost: string[]
  doubled: string[]
  stuck: string[]
  foreign: string[]
}

interface Row {
  tenantId: string
  id: string
  messageId: string
  sesMessageId: string
  recipient: string
  disposition: string
}

/** Compares what the MX took with what every table and object says. `before`: deliveries that stood before the storm. */
export async function audit(options: { owner: pg.Pool; accepted: Accepted[]; before: Set<string>; s3: S3Client; bucket: string }): Promise<Findings> {
  const { owner, accepted, before, s3, bucket } = options
  const found: Findings = { lost: [], doubled: [], stuck: [], foreign: [] }
  const { rows } = await owner.query<Row>('SELECT "tenantId", id, "messageId", "sesMessageId", recipient, disposition FROM delivery')
  const deliveries = rows.filter((r) => !before.has(r.id))
  const byKey = group(deliveries, (r) => `${r.sesMessageId} ${r.recipient}`)

  const expected = new Map<string, { tenantId: string; disposition: string }>()
  for (const mail of accepted) for (const [recipient, tenantId] of mail.recipients) expected.set(`${mail.messageId} ${recipient}`, { tenantId, disposition: mail.disposition })

  for (const [key, want] of expected) {
    const have = byKey.get(key) ?? []
    if (have.length === 0) found.lost.push(`delivery ${key}`)
    if (have.length > 1) found.doubled.push(`delivery ${key} × ${have.length}`)
    for (const d of have) {
      if (d.tenantId !== want.tenantId) found.foreign.push(`delivery ${key} stands with tenant ${d.tenantId}`)
      if (d.disposition !== want.disposition) found.lost.push(`rule's effect on ${key}: ${d.disposition}, not ${want.disposition}`)
    }
  }
  for (const key of byKey.keys()) if (!expected.has(key)) found.foreign.push(`delivery ${key} of no accepted mail`)

  await each(owner, found.lost, 'search row', `SELECT d.id::text x FROM delivery d LEFT JOIN delivery_search s ON s."tenantId" = d."tenantId" AND s.id = d.id WHERE s.id IS NULL`)
  await each(owner, found.lost, 'trace', `SELECT d.id::text x FROM delivery d LEFT JOIN trace t ON t."tenantId" = d."tenantId" AND t."deliveryId" = d.id AND t.run = 1 WHERE t.run IS NULL`)
  // Once more alone for what waited for room under a limit, and then once.
  await each(owner, found.doubled, 'trace', `SELECT t."deliveryId"::text x FROM trace t WHERE run > 2 OR (run = 2 AND NOT EXISTS
    (SELECT FROM event e WHERE e."tenantId" = t."tenantId" AND e."deliveryId" = t."deliveryId" AND e.data->>'cause' = 'room'))`)
  await each(owner, found.lost, 'message', `SELECT d.id::text x FROM delivery d LEFT JOIN message m ON m."tenantId" = d."tenantId" AND m.id = d."messageId" WHERE m.id IS NULL`)
  await each(owner, found.doubled, 'message', `SELECT "tenantId"::text || ' ' || "sesMessageId" x FROM message GROUP BY "tenantId", "sesMessageId" HAVING count(*) > 1`)
  await each(owner, found.foreign, 'message without delivery', `SELECT m.id::text x FROM message m LEFT JOIN delivery d ON d."tenantId" = m."tenantId" AND d."messageId" = m.id WHERE d.id IS NULL`)
  await each(owner, found.foreign, 'unrouted', `SELECT "sesMessageId" || ' ' || recipient x FROM unrouted`)
  await each(owner, found.foreign, 'forged', `SELECT recipient x FROM delivery WHERE recipient LIKE '${forgedLocal}@%' OR "sesMessageId" = '${forgedLocal}'`)
  await each(owner, found.stuck, 'effect', `SELECT key x FROM effect WHERE state <> 'settled'`)
  await each(owner, found.stuck, 'notification', `SELECT id x FROM notification WHERE "processedAt" IS NULL`)
  await each(owner, found.stuck, 'job', `SELECT name || ' ' || id x FROM pgboss.job WHERE name = 'notification' AND state IN ('created', 'active', 'retry', 'failed')`)
  await each(owner, found.stuck, 'dead letter', `SELECT id::text x FROM pgboss.job WHERE name = 'dead-letter'`)
  await each(owner, found.stuck, 'waits for room', `SELECT "messageId"::text x FROM limit_hold`)
  await each(owner, found.doubled, 'usage', `SELECT u."tenantId"::text || ' counts ' || u."storageBytes" || ' bytes, stand ' || coalesce(m.n, 0) || '; ' || u."heldMessages" || ' wait' x
    FROM tenant_usage u LEFT JOIN (SELECT "tenantId", sum(size::bigint) n FROM message GROUP BY 1) m USING ("tenantId") WHERE u."storageBytes" <> coalesce(m.n, 0) OR u."heldMessages" <> 0 OR u."heldBytes" <> 0`)
  for (const counts of ['day_count', 'hour_count'])
    await each(owner, found.doubled, counts, `SELECT c."tenantId"::text || ' ' || c.disposition || ' counted ' || c.n || ', stand ' || coalesce(d.n, 0) x
    FROM (SELECT "tenantId", disposition, sum(n)::int n FROM ${counts} GROUP BY 1, 2) c
    LEFT JOIN (SELECT "tenantId", disposition, count(*)::int n FROM delivery GROUP BY 1, 2) d USING ("tenantId", disposition) WHERE c.n <> coalesce(d.n, 0)`)

  const { rows: raws } = await owner.query<{ rawKey: string; tenantId: string }>('SELECT "rawKey", "tenantId" FROM message')
  for (const { rawKey, tenantId } of raws) {
    if (!rawKey.startsWith(`t/${tenantId}/`)) found.foreign.push(`raw mail ${rawKey} of tenant ${tenantId}`)
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: rawKey })).catch(() => found.lost.push(`raw mail ${rawKey}`))
  }
  return found
}

async function each(owner: pg.Pool, into: string[], what: string, sql: string): Promise<void> {
  const { rows } = await owner.query<{ x: string }>(sql)
  for (const { x } of rows) into.push(`${what} ${x}`)
}

function group<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
