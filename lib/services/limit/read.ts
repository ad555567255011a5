import type { TenantContext } from '@/lib/core/access/actor'
import { limitNames, stateOf, type LimitName, type LimitState } from '@/lib/core/limit/limits'
import { inTenant, queryOf, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { readLimits } from './limits'

export interface UsageRow {
  name: LimitName
  /** Null where it is not counted: requests a second are gone before they can be shown. */
  used: number | null
  limit: number | null
  state: LimitState
}

export interface Usage {
  limits: UsageRow[]
  /** Until when the lower limits of a new tenant hold. */
  newUntil: string | null
}

/** How much of each is used. Each is a count of few rows: no log is added up. In the tenant's own transaction. */
export async function usedOf(tx: Transaction, tenantId: string): Promise<Record<Exclude<LimitName, 'apiPerSecond'>, number>> {
  const [row] = await tx.$queryRaw<{ domains: number; members: number }[]>`
    SELECT (SELECT count(*)::int FROM domain WHERE "tenantId" = ${tenantId}::uuid) AS domains,
      (SELECT count(*)::int FROM membership WHERE "tenantId" = ${tenantId}::uuid) AS members`
  return row!
}

/** As `readUsage`, in a transaction of the tenant. */
export async function usageOf(tx: Transaction, tenantId: string, now = new Date()): Promise<Usage> {
  const { limits, newUntil } = await readLimits(queryOf(tx), tenantId, now)
  const used = await usedOf(tx, tenantId)
  const row = (name: LimitName): UsageRow => {
    const n = name === 'apiPerSecond' ? null : used[name]
    return { name, used: n, limit: limits[name], state: n === null ? 'fine' : stateOf(n, limits[name]) }
  }
  return { limits: limitNames.map(row), newUntil: newUntil !== null && newUntil > now ? newUntil.toISOString() : null }
}

/** The tenant's limits and how far it is. Throws Refusal `forbidden`. */
export async function readUsage({ ctx }: { ctx: TenantContext }): Promise<Usage> {
  authorize(ctx, 'tenant.read')
  return inTenant(ctx.tenantId, (tx) => usageOf(tx, ctx.tenantId))
}
