import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { checkHealth, newestMigration } from './health'
import { mayReadMetrics, metrics, metricsText } from './metrics'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

it('is ok only while database, migrations and queue are', async () => {
  const fine = { ok: true }
  expect(await checkHealth(db.web.pool)).toEqual({ status: 'ok', checks: { database: fine, migrations: fine, queue: fine } })

  const newer = await checkHealth(db.web.pool, '29991231000000_later')
  expect(newer).toMatchObject({ status: 'failing', checks: { database: fine, migrations: { ok: false }, queue: fine } })

  await db.owner.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [newestMigration()])
  expect((await checkHealth(db.web.pool)).checks.migrations.ok).toBe(false)
  await db.owner.query('UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1', [newestMigration()])

  await db.owner.query(`DELETE FROM pgboss.queue WHERE name = 'notification'`)
  expect(await checkHealth(db.web.pool)).toMatchObject({ status: 'failing', checks: { migrations: fine, queue: { ok: false } } })
})

it('says nothing of the error when the database is gone', async () => {
  const pool = new pg.Pool({ connectionString: 'postgresql://web:secret@127.0.0.1:1/x' })
  const health = await checkHealth(pool)
  expect(health).toMatchObject({ status: 'failing', checks: { database: { ok: false }, migrations: { ok: false }, queue: { ok: false } } })
  expect(JSON.stringify(health)).not.toMatch(/secret|127\.0\.0\.1|ECONN/)
  await pool.end()
})

it('shows the queues as they are now, and no tenant', async () => {
  metrics().notifications.inc({ outcome: 'accepted' })
  await db.owner.query(`
    INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff)
    SELECT name, '{}', policy, 1, 1, now(), 1, 1, false FROM pgboss.queue WHERE name = 'sweep'`)
  const text = await metricsText(db.web.pool)
  expect(text).toContain('postroom_queue_jobs{queue="sweep",state="created"} 1')
  expect(text).toContain('postroom_notifications_total{outcome="accepted"} 1')
  // A queue may be named for what it does with tenants; a label never names one.
  expect(text).not.toMatch(/(?<!queue=")tenant/i)
  await db.owner.query(`DELETE FROM pgboss.job`)
  expect(await metricsText(db.web.pool)).toContain('postroom_queue_jobs{queue="sweep",state="created"} 0')
})

it('opens the metrics to the exact token alone', () => {
  const token = 'a-token-of-16-characters'
  expect(mayReadMetrics(`Bearer ${token}`, token)).toBe(true)
  const wrong = [null, '', token, `Bearer ${token}x`, 'Bearer ', `Basic ${token}`, `bearer  ${token}`]
  for (const header of wrong) expect(mayReadMetrics(header, token)).toBe(false)
  expect(mayReadMetrics(`Bearer ${token}`, undefined)).toBe(false)
})
