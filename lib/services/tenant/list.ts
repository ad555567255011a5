import type { OperatorContext } from '@/lib/core/access/actor'
import { cursorOf, ListTenants } from '@/lib/core/inputs/operator'
import type { Page } from '@/lib/core/inputs/page'
import { database } from '@/lib/db/client'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

/** A tenant as operators see it: names and numbers, no mail. `today` is the day of UTC, `month` the last 30 of them. */
export interface TenantRow {
  id: string
  slug: string
  name: string
  createdAt: Date
  suspendedAt: Date | null
  suspendReason: string | null
  deletionAskedAt: Date | null
  deletionDueAt: Date | null
  domains: number
  verified: number
  failing: number
  members: number
  today: number
  month: number
  /** Of all time, deleted ones too. */
  total: number
  lastMail: Date | null
}

/** Tenants, the newest first; `q` is a part of a name, slug or domain, `state` what they are narrowed to. Throws Refusal `forbidden`, `invalid`. */
export async function listTenants({ ctx, input }: { ctx: OperatorContext; input: ListTenants }): Promise<Page<TenantRow>> {
  authorizeOperator(ctx, 'tenant.list')
  const { limit, cursor, q, state } = parseInput(ListTenants, input)
  const { rows } = await database().pool.query<Omit<TenantRow, 'total'> & { total: string }>('SELECT * FROM list_tenants($1, $2, $3, $4, $5)', [
    q?.toLowerCase() || null,
    state ?? null,
    cursor?.at ?? null,
    cursor?.id ?? null,
    limit + 1,
  ])
  const data = rows.slice(0, limit).map((row) => ({ ...row, total: Number(row.total) }))
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null }
}
