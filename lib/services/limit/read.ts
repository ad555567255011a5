import type { TenantContext } from '@/lib/core/access/actor'
import { limitNames, stateOf, type LimitName, type LimitState, type MailLimit } from '@/lib/core/limit/limits'
import { inTenant, queryOf, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { readLimits } from './limits'

const day = 86_400_000

export interface UsageRow {
  name: LimitName
  /** Null where it is not counted: requests a second are gone before they can be shown. */
  used: number | null
  limit: number | null
  state: LimitState
}

export interface Usage {
  limits: UsageRow[]
  /** Messages that wait until there is room, their bytes, and the limit that the first of them met. */
  held: { messages: number; bytes: number; waitsFor: MailLimit | null }
  /** When messages are counted from 0 again. */
  dayEndsAt: string
  /** Until when the lower limits of a new tenant hold. */
  newUntil: string | null
}

interface Used extends Record<Exclude<LimitName, 'apiPerSecond'>, number> {
  heldMessages: number
  heldBytes: number
  waitsFor: MailLimit | null
}

/** How much of each is used: counts of few rows, and one row that the mail itself keeps. No log is added up. In the tenant's own transaction. */
export async function usedOf(tx: Transaction, tenantId: string, now = new Date()): Promise<Used> {
  const [row] = await tx.$queryRaw<Used[]>`
    SELECT (SELECT count(*)::int FROM domain WHERE "tenantId" = ${tenantId}::uuid) AS domains,
      (SELECT count(*)::int FROM membership WHERE "tenantId" = ${tenantId}::uuid) AS members,
      CASE WHEN u.day >= (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN u.messages ELSE 0 END AS "messagesPerDay",
      coalesce(u."storageBytes", 0)::float8 AS "storageBytes", coalesce(u."heldMessages", 0) AS "heldMessages", coalesce(u."heldBytes", 0)::float8 AS "heldBytes", u."waitsFor"
    FROM (SELECT 1) one LEFT JOIN tenant_usage u ON u."tenantId" = ${tenantId}::uuid`
  return row!
}

/** As `readUsage`, in a transaction of the tenant. */
export async function usageOf(tx: Transaction, tenantId: string, now = new Date()): Promise<Usage> {
  const { limits, newUntil } = await readLimits(queryOf(tx), tenantId, now)
  const used = await usedOf(tx, tenantId, now)
  const row = (name: LimitName): UsageRow => {
    const n = name === 'apiPerSecond' ? null : used[name]
    // Mail waits where the next one has no room, though a smaller one might have had some.
    const state = n === null ? 'fine' : name === used.waitsFor ? 'reached' : stateOf(n, limits[name])
    return { name, used: n, limit: limits[name], state }
  }
  const { heldMessages: messages, heldBytes: bytes, waitsFor } = used
  const dayEndsAt = new Date(Math.floor(now.getTime() / day + 1) * day).toISOString()
  return { limits: limitNames.map(row), held: { messages, bytes, waitsFor }, dayEndsAt, newUntil: newUntil !== null && newUntil > now ? newUntil.toISOString() : null }
}

/** The tenant's limits and how far it is. Throws Refusal `forbidden`. */
export async function readUsage({ ctx }: { ctx: TenantContext }): Promise<Usage> {
  authorize(ctx, 'tenant.read')
  return inTenant(ctx.tenantId, (tx) => usageOf(tx, ctx.tenantId))
}
