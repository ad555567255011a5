import type { QueueName } from './queues'

/** What is asked of the caller's transaction; Prisma's has it. */
interface Transaction {
  $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number>
}

interface Sent {
  /** A second job with the same key is not made while the first waits. */
  singletonKey?: string
  /** Seconds before it may start. */
  after?: number
}

// One statement into pg-boss's own table, in the caller's transaction: the job stands when, and only when, the change stands.
// It takes the queue's settings as pg-boss does; a test holds it against the pinned version.
// The wake-up call is pg-boss's own (channel: SHA-224 of the schema's name); it goes out with the commit.
const insert = `
  WITH j AS (
  INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          heartbeat_seconds, dead_letter, singleton_key, start_after)
  SELECT q.name, $2::jsonb, q.policy, coalesce(q.expire_seconds, 900), coalesce(q.deletion_seconds, 604800),
         now() + make_interval(secs => coalesce(q.retention_seconds, 1209600)),
         coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false), q.retry_delay_max, q.heartbeat_seconds, q.dead_letter, $3,
         now() + make_interval(secs => $4::float8)
  FROM pgboss.queue q WHERE q.name = $1
    AND NOT EXISTS (SELECT 1 FROM pgboss.job w WHERE $3::text IS NOT NULL AND w.name = q.name AND w.singleton_key = $3 AND w.state = 'created')
  RETURNING name, start_after)
  SELECT pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), j.name) FROM j WHERE j.start_after <= now()`

/** Puts a job in a queue inside `tx`. */
export async function sendJob(tx: Transaction, queue: QueueName, data: Record<string, string>, options: Sent = {}): Promise<void> {
  await tx.$executeRawUnsafe(insert, queue, JSON.stringify(data), options.singletonKey ?? null, options.after ?? 0)
}
