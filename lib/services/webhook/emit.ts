import { eventBody, type Happening } from '@/lib/core/webhook/event-type'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

// One statement: an event where an endpoint wants to hear of it, once for its source, and a try for each such endpoint. `$3`: endpoints that
// get it whatever they are set to.
const insert = `
  WITH given AS (SELECT * FROM json_to_recordset($2::json) AS g(type text, source text, body text)),
  wanted AS (SELECT g.*, p.id AS "endpointId" FROM given g JOIN webhook_endpoint p
    ON p."tenantId" = $1::uuid AND p.state = 'enabled' AND CASE WHEN $3::uuid IS NULL THEN g.type = ANY (p."eventTypes") ELSE p.id = $3::uuid END),
  e AS (
    INSERT INTO webhook_event ("tenantId", type, source, body) SELECT DISTINCT ON (source) $1::uuid, type, source, body FROM wanted ORDER BY source
    ON CONFLICT ("tenantId", source) DO NOTHING RETURNING id, source, type),
  a AS (
    INSERT INTO webhook_attempt ("tenantId", "endpointId", "eventId", type)
    SELECT DISTINCT $1::uuid, w."endpointId", e.id, e.type FROM e JOIN wanted w USING (source) RETURNING "endpointId")
  SELECT DISTINCT "endpointId"::text AS id FROM a`

/** Prisma's transaction, or what stands in for it over a pg client. */
type Writer = Pick<Transaction, '$queryRawUnsafe' | '$executeRawUnsafe'>

interface Options {
  /** To this endpoint alone, whatever it asks for. */
  only?: string
}

/**
 * Says in its cause's own transaction that something happened. Whoever wants to hear of it is told after the commit, at least once, or
 * nobody where nothing happened. A tenant without endpoints costs one look at an empty index. Gives the number of endpoints.
 */
export async function emitWebhooks(tx: Writer, tenantId: string, happenings: readonly Happening[], { only }: Options = {}): Promise<number> {
  if (happenings.length === 0) return 0
  const given = happenings.map((h) => ({ type: h.type, source: h.source, body: eventBody(h) }))
  const endpoints = await tx.$queryRawUnsafe<{ id: string }[]>(insert, tenantId, JSON.stringify(given), only ?? null)
  for (const { id } of endpoints) await wakeEndpoint(tx, tenantId, id)
  return endpoints.length
}

/**
 * Has an endpoint's due tries made soon. What comes within one second shares a job, which starts half a second after it: a job that is
 * taken already would not see what is about to be committed.
 */
export async function wakeEndpoint(tx: Pick<Transaction, '$executeRawUnsafe'>, tenantId: string, endpointId: string): Promise<void> {
  const now = Date.now()
  const after = (1000 - (now % 1000) + 500) / 1000
  await sendJob(tx, 'webhook', { tenantId, endpointId }, { singletonKey: `${endpointId}:${Math.floor(now / 1000)}`, after })
}
