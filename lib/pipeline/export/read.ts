import { exportTables } from '@/lib/core/tenant/export'
import { inTenantSql } from '@/lib/db/tenant'

type Table = (typeof exportTables)[number]

const page = 1000

/** A table's rows as JSON Lines, in pages. */
export async function* linesOf(tenantId: string, { from, columns, key }: Table): AsyncGenerator<string> {
  const list = columns.map((c) => `x."${c}"`).join(', ')
  for (let last: string | undefined; ; ) {
    const after = last === undefined ? '' : `AND x."${key}" > ${key === 'version' ? '$2::int' : key === 'name' ? '$2' : '$2::uuid'}`
    const { rows } = await inTenantSql(tenantId, (client) =>
      client.query<{ line: string; key: string }>(
        `SELECT (SELECT row_to_json(r) FROM (SELECT ${list}) r)::text AS line, x."${key}"::text AS key FROM ${from} x WHERE x."tenantId" = $1 ${after} ORDER BY x."${key}" LIMIT ${page}`,
        last === undefined ? [tenantId] : [tenantId, last],
      ),
    )
    if (rows.length > 0) yield rows.map((r) => `${r.line}\n`).join('')
    if (rows.length < page || key === 'tenantId') return
    last = rows.at(-1)!.key
  }
}

/** The tenant itself, with what only its operator sets left out. */
export async function tenantLine(tenantId: string): Promise<string | undefined> {
  const columns = '"id", "slug", "name", "createdAt", "suspendedAt", "suspendReason", "deletionAskedAt", "deletionDueAt", "deletionAskedBy", "newUntil"'
  const { rows } = await inTenantSql(tenantId, (client) => client.query<{ line: string }>(`SELECT row_to_json(r)::text AS line FROM (SELECT ${columns} FROM tenant WHERE id = $1) r`, [tenantId]))
  return rows[0] && `${rows[0].line}\n`
}

/** Who the members are: the accounts are theirs, of which a tenant knows address and name. */
export async function accountLines(tenantId: string): Promise<string> {
  const { rows } = await inTenantSql(tenantId, (client) =>
    client.query<{ line: string }>(
      `SELECT json_build_object('userId', u.id, 'email', u.email, 'name', u.name)::text AS line
       FROM membership m JOIN "user" u ON u.id = m."userId" WHERE m."tenantId" = $1 ORDER BY u.id`,
      [tenantId],
    ),
  )
  return rows.map((r) => `${r.line}\n`).join('')
}

export interface ExportedMessage {
  id: string
  rawBucket: string
  rawKey: string
  line: string
}

const messagesAtOnce = 200

// One question a page: each message with its deliveries, and each of those with its traces and events, in one JSON value.
const messages = `
  SELECT m.id::text, m."rawBucket", m."rawKey", json_build_object(
    'id', m.id, 'direction', m.direction, 'sesMessageId', m."sesMessageId", 'mailFrom', m."mailFrom", 'fromAddress', m."fromAddress", 'fromName', m."fromName",
    'subject', m.subject, 'headerMessageId', m."headerMessageId", 'receivedAt', m."receivedAt", 'size', m.size, 'headers', m.headers, 'text', m.text,
    'hasHtml', m."hasHtml", 'attachments', m.attachments, 'parseError', m."parseError", 'raw', 'raw/' || m.id || '.eml',
    'deliveries', (SELECT coalesce(json_agg(json_build_object(
        'id', d.id, 'recipient', d.recipient, 'domainId', d."domainId", 'verdicts', json_build_object('spam', d.spam, 'virus', d.virus, 'spf', d.spf, 'dkim', d.dkim, 'dmarc', d.dmarc),
        'dmarcPolicy', d."dmarcPolicy", 'disposition', d.disposition, 'reason', d.reason, 'matchedRules', d."matchedRules", 'ruleVersion', d."ruleVersion",
        'traces', (SELECT coalesce(json_agg(json_build_object('run', t.run, 'steps', t.steps, 'createdAt', t."createdAt") ORDER BY t.run), '[]') FROM trace t WHERE t."tenantId" = $1 AND t."deliveryId" = d.id),
        'events', (SELECT coalesce(json_agg(json_build_object('key', e.key, 'kind', e.kind, 'at', e.at, 'data', e.data) ORDER BY e.at, e.key), '[]') FROM event e WHERE e."tenantId" = $1 AND e."deliveryId" = d.id)
      ) ORDER BY d.id), '[]') FROM delivery d WHERE d."tenantId" = $1 AND d."messageId" = m.id))::text AS line
  FROM message m WHERE m."tenantId" = $1 AND m.id > $2::uuid ORDER BY m.id LIMIT ${messagesAtOnce}`

/** The tenant's messages, oldest first, in pages. */
export async function* messagesOf(tenantId: string): AsyncGenerator<ExportedMessage[]> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await inTenantSql(tenantId, (client) => client.query<ExportedMessage>(messages, [tenantId, last]))
    if (rows.length > 0) yield rows
    if (rows.length < messagesAtOnce) return
    last = rows.at(-1)!.id
  }
}

export async function countMessages(tenantId: string): Promise<number> {
  const { rows } = await inTenantSql(tenantId, (client) => client.query<{ n: number }>('SELECT count(*)::int AS n FROM message WHERE "tenantId" = $1', [tenantId]))
  return rows[0]!.n
}
