import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { refusePowerfulRole } from '@/lib/db/role'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

it('takes the two roles that see one tenant at a time', async () => {
  await refusePowerfulRole(db.web.pool, 'DATABASE_URL_WEB')
  await refusePowerfulRole(db.worker.pool, 'DATABASE_URL_WORKER')
})

it.each([
  ['SUPERUSER', [], /is a superuser/],
  ['BYPASSRLS', [], /has BYPASSRLS/],
  ['', ['ALTER TABLE notification OWNER TO'], /owns tables/],
])('refuses a role with %s %j', async (power, statements, message) => {
  const name = `powerful_${Math.random().toString(36).slice(2)}`
  await db.owner.query(`CREATE ROLE ${name} LOGIN PASSWORD 'test' ${power}`)
  for (const s of statements) await db.owner.query(`${s} ${name}`)
  const url = new URL(db.urls.web)
  url.username = name
  const pool = new pg.Pool({ connectionString: url.href, max: 1 })
  try {
    await expect(refusePowerfulRole(pool, 'DATABASE_URL_WEB')).rejects.toThrow(message)
  } finally {
    await pool.end()
    await db.owner.query('ALTER TABLE notification OWNER TO CURRENT_USER')
    await db.owner.query(`DROP ROLE ${name}`)
  }
})
