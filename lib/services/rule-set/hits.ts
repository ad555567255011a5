import type { TenantContext } from '@/lib/core/access/actor'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { idRange } from '@/lib/services/message/filter'

export interface RuleHits {
  /** By the rule's name; a rule without hits is missing. */
  byRule: Map<string, number>
  /** Deliveries that were counted; `capped` where the time had more. */
  of: number
  capped: boolean
}

const most = 20_000

/**
 * How often each rule matched since a moment: over the newest 20,000 deliveries of that time, so that the editor opens as fast for a tenant
 * with a million. Reads the primary key from its end; a rename begins a new count. Throws Refusal `forbidden`.
 */
export async function ruleHits({ ctx, since }: { ctx: TenantContext; since: Date }): Promise<RuleHits> {
  authorize(ctx, 'rules.read')
  const range = idRange({ since: since.toISOString() })
  return inTenantSql(ctx.tenantId, async (client) => {
    const { rows } = await client.query<{ name: string | null; hits: number; of: number }>({
      name: 'rule-hits',
      text: `WITH newest AS MATERIALIZED (
               SELECT "matchedRules" FROM delivery WHERE "tenantId" = $1 AND id >= $2 AND id < $3 ORDER BY id DESC LIMIT $4)
             SELECT name, count(*)::int AS hits, (SELECT count(*)::int FROM newest) AS of
             FROM newest LEFT JOIN LATERAL unnest("matchedRules") AS name ON true GROUP BY name`,
      values: [ctx.tenantId, range.since, range.before, most],
    })
    const of = rows[0]?.of ?? 0
    return { byRule: new Map(rows.flatMap((r) => (r.name === null ? [] : [[r.name, r.hits] as const]))), of, capped: of === most }
  })
}
