import type { OperatorContext } from '@/lib/core/access/actor'
import { DeadLetterId } from '@/lib/core/inputs/dead-letter'
import { attemptsOf, type Attempt } from '@/lib/core/job/attempt'
import { database } from '@/lib/db/client'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { deadLetterNotFound } from './find'
import { columns, waiting, type DeadLetter } from './list'

/** A dead job with its history. */
export interface DeadLetterDetail extends DeadLetter {
  /** When the job that failed was made. */
  madeAt: Date | null
  /** Its tries that failed, the last one first, at most six; `at` is empty where it is not known. */
  attempts: Attempt[]
  /** The same work, when it was sent back by an operator before: when, and why it had failed then. The newest first, at most five. */
  sentBack: { at: Date; reason: string }[]
}

// Sent back alone, `before` is the job; sent back with all, a list of them.
const sentBack = `
  SELECT a.at, coalesce(e ->> 'reason', '') AS reason
  FROM operator_audit a, jsonb_array_elements(CASE jsonb_typeof(a.before) WHEN 'array' THEN a.before ELSE jsonb_build_array(a.before) END) e
  WHERE a.verb IN ('deadLetter.retry', 'deadLetter.retryAll') AND a.before IS NOT NULL AND e ->> 'queue' = $1 AND e -> 'data' = $2::jsonb
  ORDER BY a.at DESC LIMIT 5`

/** Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getDeadLetter({ ctx, input }: { ctx: OperatorContext; input: DeadLetterId }): Promise<DeadLetterDetail> {
  authorizeOperator(ctx, 'deadLetter.read')
  const { id } = parseInput(DeadLetterId, input)
  const { pool } = database()
  const found = await pool.query<DeadLetter & { micros: string; madeAt: Date | null; output: unknown }>(
    `SELECT ${columns}, source_created_on AS "madeAt", source_output AS output FROM pgboss.job WHERE ${waiting} AND id = $1`,
    [id],
  )
  if (!found.rows[0]) throw deadLetterNotFound()
  const { output, micros: _micros, ...job } = found.rows[0]
  const { rows } = await pool.query<{ at: Date; reason: string }>(sentBack, [job.queue, JSON.stringify(job.data)])
  return { ...job, attempts: attemptsOf(output), sentBack: rows }
}
