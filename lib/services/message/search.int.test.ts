import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTenantSql } from '@/lib/db/tenant'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { searchIds } from './search'

const rows = 9_000
let db: TestDatabase
let ours: TestTenant
/** Newest first, fifteen minutes apart: they reach over three months. */
let ids: string[]

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  const theirs = await makeTenant(db)
  for (const tenant of [theirs, ours]) {
    const { rows: made } = await db.owner.query<{ id: string }>(
      `INSERT INTO delivery_search ("tenantId", id, text, words)
       SELECT $1::uuid, (left(id_floor(now() - make_interval(mins => n * 14))::text, 24) || substr(md5(n::text || $1::text), 1, 12))::uuid,
         CASE WHEN n % 50 = 0 THEN 'a fast parcel' ELSE 'mail' END,
         array_remove(ARRAY['mail', CASE WHEN n % 3 = 0 THEN 'third' END, CASE WHEN n % 50 = 0 THEN 'parcel' END, CASE WHEN n IN (700, 8900) THEN 'seldom' END], NULL)
       FROM generate_series(1, $2::int) n RETURNING id`,
      [tenant.id, rows],
    )
    ids = made.map((row) => row.id).sort().reverse()
  }
}, 60_000)
afterAll(() => db.drop())

const lowest = '00000000-0000-0000-0000-000000000000'
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const search = (words: string[], { before = highest, since = lowest, most = 51, phrase }: { before?: string; since?: string; most?: number; phrase?: string } = {}) =>
  inTenantSql(ours.id, (client) => searchIds(client, { words, ...(phrase && { phrase }) }, { before, since }, most))

/** All of it, in pages, as the log walks it. */
async function walk(words: string[], most: number): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const page = await search(words, { before: found.at(-1) ?? highest, most })
    found.push(...page)
    if (page.length < most) return found
  }
}
const every = (n: number) => ids.filter((_, i) => (i + 1) % n === 0)

// A word in each, in a third (the next rows along the key), in one of fifty (more of them), and in two: all by the index.
it.each([['mail', 1], ['third', 3], ['parcel', 50]])('finds each mail with %s, newest first, and no other tenant’s', async (word, n) => {
  expect(await walk([word], 400)).toEqual(every(n))
  expect(await search([word])).toEqual(every(n).slice(0, 51))
})

it('finds what is rare in any month', async () => {
  expect(await search(['seldom'])).toEqual([ids[699], ids[8899]])
  expect(await search(['seldom'], { most: 1 })).toEqual([ids[699]])
  expect(await search(['nowhere'])).toEqual([])
})

it('keeps to words together, to the phrase, and to the times', async () => {
  expect(await search(['third', 'parcel'])).toEqual(every(150).slice(0, 51))
  expect(await search(['mail'], { phrase: '%fast par%' })).toEqual(every(50).slice(0, 51))
  expect(await search(['parcel'], { before: ids[999]!, since: ids[1199]! })).toEqual(every(50).filter((id) => id < ids[999]! && id >= ids[1199]!))
  expect(await search(['seldom'], { since: ids[5000]! })).toEqual([ids[699]])
})
