import type { Pool } from 'pg'

/** An envelope as it is kept: SNS's message id, the topic, the text as received. */
export interface Row {
  id: string
  topic: string
  body: Buffer
}

// Notifications and their jobs in one statement, so that either both stand or neither. Rows are sorted, so that two batches
// cannot deadlock; DO NOTHING also folds doubles inside a batch. The job is as pg-boss 12.38 makes it, with the queue's settings
// and the wake-up call: a test holds this against the pinned version. Were the queue missing, the job's foreign key would fail.
const insert = `
  WITH n AS (
    INSERT INTO notification (id, topic, body) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) t (id, topic, body) ORDER BY id
    ON CONFLICT (id) DO NOTHING RETURNING id),
  j AS (
    INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until,
                            retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
    SELECT 'notification', jsonb_build_object('id', n.id), q.policy, coalesce(q.expire_seconds, 900), coalesce(q.deletion_seconds, 604800),
           now() + make_interval(secs => coalesce(q.retention_seconds, 1209600)),
           coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false), q.retry_delay_max, q.heartbeat_seconds, q.dead_letter
    FROM n LEFT JOIN pgboss.queue q ON q.name = 'notification'
    RETURNING name),
  woken AS (
    SELECT pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'notification') FROM j LIMIT 1)
  SELECT (SELECT count(*)::int FROM n) AS stored, (SELECT count(*)::int FROM woken) AS woken`

/** Commits rows and a job for each new one; gives how many were new. Rows that are there already are left as they are. */
export async function storeRows(pool: Pool, rows: readonly Row[]): Promise<number> {
  const values = [rows.map((r) => Buffer.from(r.id)), rows.map((r) => Buffer.from(r.topic)), rows.map((r) => r.body)].map(textArray)
  const answer = await pool.query<{ stored: number }>({ name: 'take-in', text: insert, values })
  return answer.rows[0]?.stored ?? 0
}

const textOid = 25

/**
 * Elements in UTF-8 as PostgreSQL's binary text[] (array_recv in its source): dimensions, no nulls, element type, length, lower
 * bound, then each with its length. JSON is full of quotes and backslashes: in an array literal each is escaped here and
 * unescaped there, which took an eighth of the door's CPU.
 */
function textArray(elements: readonly Buffer[]): Buffer {
  const array = Buffer.allocUnsafe(elements.reduce((size, e) => size + 4 + e.length, 20))
  let at = 0
  for (const n of [1, 0, textOid, elements.length, 1]) at = array.writeInt32BE(n, at)
  for (const e of elements) {
    at = array.writeInt32BE(e.length, at)
    at += e.copy(array, at)
  }
  return array
}
