import type { OperatorContext } from '@/lib/core/access/actor'
import { database } from '@/lib/db/client'
import { authorizeOperator } from '@/lib/services/access/authorize'

/** What the database knows of how the platform does. Null: there is no measurement. */
export interface PlatformHealth {
  queues: { name: string; waiting: number; running: number; failed: number; oldest: Date | null }[]
  workerSeen: Date | null
  lastSweep: Date | null
  lastNotification: Date | null
  topics: { purpose: string; confirmedAt: Date | null }[]
  nextMonth: { month: string; there: boolean }
}

/** Throws Refusal `forbidden`. */
export async function readPlatformHealth({ ctx }: { ctx: OperatorContext }): Promise<PlatformHealth> {
  authorizeOperator(ctx, 'platform.read')
  const { pool } = database()
  const [queues, seen, topics, month] = await Promise.all([
    pool.query<PlatformHealth['queues'][number]>(
      `SELECT q.name, count(j.id) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting, count(j.id) FILTER (WHERE j.state = 'active')::int AS running,
              count(j.id) FILTER (WHERE j.state = 'failed')::int AS failed,
              min(j.start_after) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after <= now()) AS oldest
       FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name AND j.state IN ('created', 'retry', 'active', 'failed')
       WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`,
    ),
    pool.query<{ worker: Date | null; sweep: Date | null; notification: Date | null }>(
      `SELECT (SELECT max(greatest(completed_on, started_on)) FROM pgboss.job WHERE name IN ('notification', 'sweep', 'domain-check', 'maintenance')) AS worker,
              (SELECT max(completed_on) FROM pgboss.job WHERE name = 'sweep' AND state = 'completed') AS sweep,
              (SELECT max(created_on) FROM pgboss.job WHERE name = 'notification') AS notification`,
    ),
    pool.query<{ purpose: string; confirmedAt: Date | null }>('SELECT purpose, "confirmedAt" FROM topic ORDER BY purpose, arn'),
    pool.query<{ month: string; there: boolean }>(
      `SELECT month, to_regclass('public.delivery_' || month) IS NOT NULL AS there FROM to_char(now() AT TIME ZONE 'UTC' + interval '1 month', 'YYYYMM') AS month`,
    ),
  ])
  const { worker, sweep, notification } = seen.rows[0]!
  return { queues: queues.rows, workerSeen: worker, lastSweep: sweep, lastNotification: notification, topics: topics.rows, nextMonth: month.rows[0]! }
}
