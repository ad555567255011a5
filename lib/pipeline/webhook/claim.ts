import type { PoolClient } from 'pg'
import { inTenantSql } from '@/lib/db/tenant'

/** How long a claim holds: longer than a try can take (lib/http/post.ts: 15 s and 5 s for the answer's text). */
const leaseSeconds = 45
/** Tries at one endpoint at the same time; one that fails gets one. */
const lanes = 4

export interface Claimed {
  id: string
  n: number
  /** The fence: a later claim has a higher number. */
  claims: number
  step: number
  since: Date
  type: string
  eventId: string
  body: string
  url: string
  secrets: Buffer[]
}

/** `busy`: others have as many under way as there may be. `none`: nothing is due, or the tenant is stopped: a suspension, or its deletion was asked for. `off`: switched off. `gone`: deleted. */
export type Claim = Claimed | 'busy' | 'none' | 'off' | 'gone'

interface Endpoint {
  url: string
  state: string
  secrets: Buffer[]
  failing: boolean
  suspended: boolean
}

// The endpoint's row is locked first by whoever claims, settles or switches: no two count the lanes at once.
const lockEndpoint = `
  SELECT url, state, "failingSince" IS NOT NULL AS failing,
    CASE WHEN "previousUntil" > now() THEN ARRAY[secret, "previousSecret"] ELSE ARRAY[secret] END AS secrets,
    EXISTS (SELECT FROM tenant t WHERE t.id = $1 AND (t."suspendedAt" IS NOT NULL OR t."deletionAskedAt" IS NOT NULL)) AS suspended
  FROM webhook_endpoint WHERE "tenantId" = $1 AND id = $2 FOR UPDATE`

const takeOne = `
  UPDATE webhook_attempt SET state = 'claimed', claims = claims + 1, "startedAt" = now(), "dueAt" = now() + make_interval(secs => $3)
  WHERE "tenantId" = $1 AND id = (
    SELECT id FROM webhook_attempt WHERE "tenantId" = $1 AND "endpointId" = $2 AND state IN ('waiting', 'claimed') AND "dueAt" <= now() ORDER BY "dueAt", id LIMIT 1)
  RETURNING id, n, claims, step, since, type, "eventId"`

/** Takes one due try of an endpoint: a planned one, or one whose worker died. */
export function claimAttempt(tenantId: string, endpointId: string): Promise<Claim> {
  return inTenantSql(tenantId, async (client): Promise<Claim> => {
    const [endpoint] = (await client.query<Endpoint>(lockEndpoint, [tenantId, endpointId])).rows
    if (!endpoint) return 'gone'
    if (endpoint.suspended) return 'none'
    if (endpoint.state !== 'enabled') return 'off'
    if ((await underWay(client, tenantId, endpointId)) >= (endpoint.failing ? 1 : lanes)) return 'busy'
    const [taken] = (await client.query<Omit<Claimed, 'body' | 'url' | 'secrets'>>(takeOne, [tenantId, endpointId, leaseSeconds])).rows
    if (!taken) return 'none'
    const event = await client.query<{ body: string }>('SELECT body FROM webhook_event WHERE "tenantId" = $1 AND id = $2', [tenantId, taken.eventId])
    const { url, secrets } = endpoint
    return { ...taken, body: event.rows[0]!.body, url, secrets }
  })
}

async function underWay(client: PoolClient, tenantId: string, endpointId: string): Promise<number> {
  const text = `SELECT count(*)::int AS n FROM webhook_attempt WHERE "tenantId" = $1 AND "endpointId" = $2 AND state = 'claimed' AND "dueAt" > now()`
  return (await client.query<{ n: number }>(text, [tenantId, endpointId])).rows[0]!.n
}
