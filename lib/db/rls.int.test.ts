import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'

let db: TestDatabase
const [ours, theirs] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

it('makes a database with the template', async () => {
  const { rows } = await db.web.pool.query('SELECT id FROM installation')
  expect(rows).toHaveLength(1)
  expect(ours).not.toBe(theirs)
})
