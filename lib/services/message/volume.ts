import type { PoolClient } from 'pg'
import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { ListMessages } from '@/lib/core/inputs/message'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { conditions, idRange } from './filter'

export interface Volume {
  unit: 'hour' | 'day'
  /** Starts of the buckets in UTC, oldest first, without gaps. Days are UTC days. */
  buckets: Date[]
  /** By disposition: how many in each bucket. */
  series: { disposition: string; counts: number[] }[]
  /** Set where only the newest so many were counted: older buckets are not known then, and left out. */
  newestOnly?: number
}

const hour = 3_600_000
const day = 86_400_000
const mostBuckets = 62
/** Rows that a filtered picture may read: some 15 ms. */
export const mostRows = 20_000

type Filters = z.output<typeof ListMessages>

/**
 * How much mail ended how, per hour up to two days and per day beyond. Without a filter other than direction and outcome it comes from
 * the counts, whole hours of them; all else reads the log's own index, at most `mostRows` of it. null for a search, and where nothing lies in the time.
 * Throws Refusal `forbidden`, `invalid`.
 */
export async function volume({ ctx, input, now }: { ctx: TenantContext; input: ListMessages; now: Date }): Promise<Volume | null> {
  authorize(ctx, 'message.read')
  const { limit: _limit, cursor: _cursor, ...filters } = parseInput(ListMessages, input)
  if (filters.q) return null
  const until = filters.until ? new Date(Math.min(Date.parse(filters.until), now.getTime() + 60_000)) : now
  const wanted = filters.since ? new Date(filters.since) : new Date(until.getTime() - 30 * day)
  if (wanted >= until) return null
  const unit = until.getTime() - wanted.getTime() <= 2 * day ? 'hour' : 'day'
  const step = unit === 'hour' ? hour : day
  const last = Math.floor((until.getTime() - 1) / step) * step
  const first = Math.max(Math.floor(wanted.getTime() / step) * step, last - (mostBuckets - 1) * step)
  const plain = !filters.recipient && !filters.from && !(['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const).some((name) => filters[name])
  return inTenantSql(ctx.tenantId, async (client) => {
    const { rows, capped } = plain ? await counted(client, ctx.tenantId, filters, { from: new Date(first), until, unit }) : await read(client, ctx.tenantId, { ...filters, since: new Date(Math.max(first, wanted.getTime())).toISOString() }, unit)
    if (rows.length === 0) return null
    // Of a capped read the oldest bucket is only partly known.
    const from = capped ? Math.min(...rows.map((r) => r.at.getTime())) + step : first
    const buckets = Array.from({ length: Math.max(0, (last - from) / step + 1) }, (_, i) => new Date(from + i * step))
    const names = [...new Set(rows.map((r) => r.disposition))].sort()
    const series = names.map((disposition) => {
      const counts = new Array<number>(buckets.length).fill(0)
      for (const row of rows) {
        const i = (row.at.getTime() - from) / step
        if (row.disposition === disposition && i >= 0 && i < counts.length) counts[i]! += row.n
      }
      return { disposition, counts }
    })
    return { unit, buckets, series, ...(capped && { newestOnly: mostRows }) }
  })
}

interface Count {
  at: Date
  disposition: string
  n: number
}

interface Span {
  from: Date
  until: Date
  unit: Volume['unit']
}

async function counted(client: PoolClient, tenantId: string, f: Pick<Filters, 'direction' | 'disposition'>, { from, until, unit }: Span): Promise<{ rows: Count[]; capped: boolean }> {
  const of = unit === 'hour' ? { at: 'hour', table: 'hour_count', bound: (n: number) => `$${n}` } : { at: `day::timestamp AT TIME ZONE 'UTC'`, table: 'day_count', bound: (n: number) => `($${n}::timestamptz AT TIME ZONE 'UTC')::date` }
  const text = `SELECT ${of.at} AS at, disposition, sum(n)::int AS n FROM ${of.table}
    WHERE "tenantId" = $1 AND ${unit} >= ${of.bound(2)} AND ${unit} <= ${of.bound(3)} AND ($4::text IS NULL OR direction = $4) AND ($5::text IS NULL OR disposition = $5)
    GROUP BY 1, 2 HAVING sum(n) > 0`
  const { rows } = await client.query<Count>({ name: `volume-${unit}`, text, values: [tenantId, from, new Date(until.getTime() - 1), f.direction ?? null, f.disposition ?? null] })
  return { rows, capped: false }
}

async function read(client: PoolClient, tenantId: string, f: Omit<Filters, 'limit'>, unit: 'hour' | 'day'): Promise<{ rows: Count[]; capped: boolean }> {
  const values: unknown[] = []
  const add = (value: unknown) => `$${values.push(value)}`
  const { before, since } = idRange(f)
  const where = [`"tenantId" = ${add(tenantId)}`, `id < ${add(before)}`, `id >= ${add(since)}`, ...conditions(f, add)]
  const text = `SELECT date_bin('1 ${unit}', "receivedAt", 'epoch') AS at, disposition, count(*)::int AS n
    FROM (SELECT "receivedAt", disposition FROM delivery WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ${add(mostRows)}) d GROUP BY 1, 2`
  const { rows } = await client.query<Count>({ text, values })
  return { rows, capped: rows.reduce((sum, row) => sum + row.n, 0) >= mostRows }
}
