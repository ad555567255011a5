import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/access/refusal'
import { usualLimits } from '@/lib/core/limit/limits'
import { inTenantSql, queryOfClient } from '@/lib/db/tenant'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { readLimits, recentLimits } from '@/lib/services/limit/limits'

/** Requests a second that an operator's key, or all keys of a tenant without a limit of its own, may make of one web process. */
export const requestsPerSecond = usualLimits.apiPerSecond!

// Each process counts for itself: a row in Postgres for every request would cost more than most requests do, and what this guards
// is the process's own time. Log-in tries, where the exact number matters, are counted in Postgres.
const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 1 })

/** Counts one request. Gives the RateLimit fields for the answer (draft-ietf-httpapi-ratelimit-headers-10), or throws Refusal `rate_limited`. */
export async function countRequest(holder: KeyHolder): Promise<Record<string, string>> {
  const { name, id, most } = await limitOf(holder)
  const { consumedPoints, msBeforeNext } = await counter.consume(`${name}:${id}`)
  if (most === null) return {}
  const left = most - consumedPoints
  if (left < 0) throw new Refusal('rate_limited', `At most ${most} requests a second for one ${name}: slow down.`, [], Math.max(1, Math.ceil(msBeforeNext / 1000)))
  return { 'ratelimit-policy': `"${name}";q=${most};w=1`, ratelimit: `"${name}";r=${left};t=1` }
}

async function limitOf(holder: KeyHolder): Promise<{ name: 'key' | 'tenant'; id: string; most: number | null }> {
  if (holder.kind === 'operator') return { name: 'key', id: holder.keyId, most: requestsPerSecond }
  const { tenantId } = holder.ctx
  const read = () => inTenantSql(tenantId, async (client) => (await readLimits(queryOfClient(client), tenantId)).limits)
  return { name: 'tenant', id: tenantId, most: (await recentLimits(tenantId, read)).apiPerSecond }
}
