import { z } from 'zod'
import { limitNames, limitsOf, type LimitName, type Limits } from '@/lib/core/limit/limits'
import type { Query } from '@/lib/db/tenant'

const Some = z.partialRecord(z.enum(limitNames), z.number().int().min(0).nullable()).catch({})
/** The platform setting `limits`. */
const Setting = z.object({ usual: Some.optional(), newcomer: Some.optional() }).catch({})

interface Row {
  setting: unknown
  newUntil: Date | null
  own: Record<string, number | null> | null
}

const question = `
  SELECT (SELECT value FROM platform_setting WHERE key = 'limits') AS setting, t."newUntil",
    (SELECT json_object_agg(l.name, l.value) FROM tenant_limit l WHERE l."tenantId" = t.id) AS own
  FROM tenant t WHERE t.id = $1::uuid`

export interface StandingLimits {
  limits: Limits
  own: Partial<Limits>
  /** What holds where nothing of its own is set. */
  given: Limits
  newUntil: Date | null
}

/** The tenant's limits as they stand now, with what an operator set for it. In the tenant's own transaction. */
export async function readLimits(query: Query, tenantId: string, now = new Date()): Promise<StandingLimits> {
  const [row] = await query<Row>(question, [tenantId])
  const own = Object.fromEntries(Object.entries(row?.own ?? {}).filter(([name]) => (limitNames as readonly string[]).includes(name))) as Partial<Record<LimitName, number | null>>
  const newUntil = row?.newUntil ?? null
  const platform = Setting.parse(row?.setting ?? {})
  return { limits: limitsOf({ platform, own, newUntil }, now), own, given: limitsOf({ platform, own: {}, newUntil }, now), newUntil }
}

/** For paths on which one more question would be felt: a limit that is changed binds there after this long. */
const freshMs = 5000
const known = new Map<string, { at: number; limits: Promise<Limits> }>()

/** The limits as this process knew them a moment ago; `read` asks anew, once for all who wait. */
export function recentLimits(tenantId: string, read: () => Promise<Limits>): Promise<Limits> {
  const before = known.get(tenantId)
  if (before && Date.now() - before.at < freshMs) return before.limits
  if (known.size > 10_000) known.clear()
  const limits = read().catch((error: unknown) => {
    known.delete(tenantId)
    throw error
  })
  known.set(tenantId, { at: Date.now(), limits })
  return limits
}

/** This process forgets what it knew: it was changed here. */
export const forgetLimits = (tenantId: string): void => void known.delete(tenantId)
