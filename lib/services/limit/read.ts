import type { TenantContext } from '@/lib/core/access/actor'
import { limitNames, nextDay, stateOf, type LimitName, type LimitState } from '@/lib/core/limit/limits'
import { inTenant, queryOf, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { readLimits } from './limits'

export interface UsageRow {
  name: LimitName
  /** Null where it is not counted: requests a second are gone before they can be shown. */
  used: number | null
  limit: number | null
  state: LimitState
  /** When it begins anew. */
  resetsAt: string | null
}

export interface Usage {
  limits: UsageRow[]
  /** Until when the lower limits of a new tenant hold. */
  newUntil: string | null
  /** Mail that waits for room under a limit. */
  held: number
}

const daily: readonly LimitName[] = ['messagesIn', 'messagesOut']

/** How much of each is used. Each is a count of few rows or a counter: no log is added up. In the tenant's own transaction. */
export async function usedOf(tx: Transaction, tenantId: string, now = new Date()): Promise<Record<Exclude<LimitName, 'apiPerSecond'>, number> & { held: number }> {
  const [row] = await tx.$queryRaw<{ domains: number; members: number; in: number; out: number; bytes: number; held: number }[]>`
    SELECT (SELECT count(*)::int FROM domain WHERE "tenantId" = ${tenantId}::uuid) AS domains,
      (SELECT count(*)::int FROM membership WHERE "tenantId" = ${tenantId}::uuid) AS members,
      coalesce((SELECT n FROM limit_day WHERE "tenantId" = ${tenantId}::uuid AND day = (${now}::timestamptz AT TIME ZONE 'UTC')::date AND direction = 'in'), 0) AS in,
      coalesce((SELECT n FROM limit_day WHERE "tenantId" = ${tenantId}::uuid AND day = (${now}::timestamptz AT TIME ZONE 'UTC')::date AND direction = 'out'), 0) AS out,
      coalesce((SELECT "storageBytes" FROM tenant_usage WHERE "tenantId" = ${tenantId}::uuid), 0)::float8 AS bytes,
      (SELECT count(*)::int FROM limit_hold WHERE "tenantId" = ${tenantId}::uuid) AS held`
  return { domains: row!.domains, members: row!.members, messagesIn: row!.in, messagesOut: row!.out, storageBytes: row!.bytes, held: row!.held }
}

/** As `readUsage`, in a transaction of the tenant. */
export async function usageOf(tx: Transaction, tenantId: string, now = new Date()): Promise<Usage> {
  const { limits, newUntil } = await readLimits(queryOf(tx), tenantId, now)
  const { held, ...used } = await usedOf(tx, tenantId, now)
  const row = (name: LimitName): UsageRow => {
    const n = name === 'apiPerSecond' ? null : used[name]
    return { name, used: n, limit: limits[name], state: n === null ? 'fine' : stateOf(n, limits[name]), resetsAt: daily.includes(name) ? nextDay(now).toISOString() : null }
  }
  return { limits: limitNames.map(row), newUntil: newUntil !== null && newUntil > now ? newUntil.toISOString() : null, held }
}

/** The tenant's limits and how far it is. Throws Refusal `forbidden`. */
export async function readUsage({ ctx }: { ctx: TenantContext }): Promise<Usage> {
  authorize(ctx, 'tenant.read')
  return inTenant(ctx.tenantId, (tx) => usageOf(tx, ctx.tenantId))
}
