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
  domains: number
  verified: number
  members: number
  today: number
  month: number
  lastMail: Date | null
}

/** Tenants, the newest first; `q` is a part of a name, slug or domain. Throws Refusal `forbidden`, `invalid`. */
export async function listTenants({ ctx, input }: { ctx: OperatorContext; input: ListTenants }): Promise<Page<TenantRow>> {
  authorizeOperator(ctx, 'platform.read')
  const { limit, cursor, q } = parseInput(ListTenants, input)
  const { rows } = await database().pool.query<TenantRow>('SELECT * FROM list_tenants($1, $2, $3, $4)', [
    q?.toLowerCase() || null,
    cursor?.at ?? null,
    cursor?.id ?? null,
    limit + 1,
  ])
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null }
}
