import type { OperatorContext } from '@/lib/core/access/actor'
import { ListDeadLetters } from '@/lib/core/inputs/dead-letter'
import type { Page } from '@/lib/core/inputs/page'
import { database } from '@/lib/db/client'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

/** A job that failed for good. */
export interface DeadLetter {
  id: string
  /** The queue that it came from and goes back to. */
  queue: string
  /** Ids of what the job was about, never content. */
  data: Record<string, unknown>
  /** Why it failed the last time. */
  reason: string
  failedAt: Date
  /** How often it was tried again before. */
  retries: number
}

export const columns = `id, coalesce(source_name, '') AS queue, coalesce(data, '{}') AS data,
  coalesce(source_output ->> 'message', source_output -> 'value' ->> 'message', left(source_output::text, 1000), '') AS reason,
  created_on AS "failedAt", coalesce(source_retry_count, 0) AS retries, (extract(epoch FROM created_on) * 1000000)::bigint::text AS micros`
export const waiting = `name = 'dead-letter' AND state IN ('created', 'retry')`
const page = `SELECT ${columns} FROM pgboss.job WHERE ${waiting}
    AND ($1::text IS NULL
      OR ((extract(epoch FROM created_on) * 1000000)::bigint, id) < (split_part($1, '.', 1)::bigint, split_part($1, '.', 2)::uuid))
  ORDER BY created_on DESC, id DESC LIMIT $2`

/** Dead jobs, the newest first. Throws Refusal `forbidden`, `invalid`. */
export async function listDeadLetters({ ctx, input }: { ctx: OperatorContext; input: ListDeadLetters }): Promise<Page<DeadLetter>> {
  authorizeOperator(ctx, 'deadLetter.read')
  const { limit, cursor } = parseInput(ListDeadLetters, input)
  const { rows } = await database().pool.query<DeadLetter & { micros: string }>(page, [cursor ?? null, limit + 1])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(({ micros: _micros, ...row }) => row),
    nextCursor: rows.length > limit && last ? `${last.micros}.${last.id}` : null,
  }
}
