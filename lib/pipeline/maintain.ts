import pg from 'pg'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { pruneWebhooks } from './webhook/prune'

const monthsAhead = 3
const keepDays = 30
const batch = 1000
const mostBatches = 200
const running = ['login_session', 'password_reset', 'address_change', 'passkey_challenge']

/**
 * Hourly upkeep: partitions for the months ahead, made by the owner (DATABASE_URL) where this process knows it, and what is over deleted:
 * notifications in small batches, log-ins, links and challenges a day after they ran out, mails, effects, answers, counts, plans. A missing
 * next month is an error in the log: mail of that month could not be stored.
 */
export async function maintain(now = new Date()): Promise<{ months: number; deleted: number }> {
  const months = await makeMonths(now)
  await alarmMissingMonth(now)
  await database().pool.query(`DELETE FROM sign_up WHERE "expiresAt" < now() - interval '7 days'`)
  for (const table of running) await database().pool.query(`DELETE FROM ${table} WHERE "expiresAt" < now() - interval '1 day'`)
  await database().pool.query(`DELETE FROM product_mail WHERE state IN ('sent', 'failed') AND "settledAt" < now() - make_interval(days => $1)`, [keepDays])
  await database().pool.query('SELECT prune_settled()')
  await pruneWebhooks(keepDays)
  return { months, deleted: await deleteOldNotifications() }
}

async function makeMonths(now: Date): Promise<number> {
  const { owner } = config().database
  if (!owner) return 0
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const { rows } = await client.query<{ made: number }>(
      `SELECT coalesce(sum(ensure_month((date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC') + make_interval(months => m))::date)), 0)::int
         AS made
       FROM generate_series(0, $2::int) m`,
      [now, monthsAhead],
    )
    return rows[0]!.made
  } finally {
    await client.end()
  }
}

async function alarmMissingMonth(now: Date): Promise<void> {
  const { rows } = await database().pool.query<{ month: string; there: boolean }>(
    `SELECT month, to_regclass('public.delivery_' || month) IS NOT NULL AS there
     FROM to_char($1::timestamptz AT TIME ZONE 'UTC' + interval '1 month', 'YYYYMM') AS month`,
    [now],
  )
  const [next] = rows
  if (!next || next.there) return
  log.error({ month: next.month }, 'the next month has no partition: set DATABASE_URL for the worker before it begins')
}

async function deleteOldNotifications(): Promise<number> {
  let deleted = 0
  for (let i = 0; i < mostBatches; i++) {
    const { rowCount } = await database().pool.query(
      `DELETE FROM notification WHERE id IN (
         SELECT id FROM notification WHERE "processedAt" IS NOT NULL AND "receivedAt" < now() - make_interval(days => $1)
         ORDER BY "receivedAt" LIMIT $2)`,
      [keepDays, batch],
    )
    deleted += rowCount ?? 0
    if ((rowCount ?? 0) < batch) break
  }
  return deleted
}
