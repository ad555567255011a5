import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { listTenants } from './list'

let db: TestDatabase
const tenants: TestTenant[] = []
const ctx = { actor: { kind: 'user', id: 'op' } } as const
const list = async (input: Parameters<typeof listTenants>[0]['input'] = {}) => listTenants({ ctx, input })

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  for (const name of ['Shop', 'Post', 'Bikes']) {
    const tenant = await makeTenant(db)
    tenants.push(tenant)
    await db.owner.query('UPDATE tenant SET name = $2 WHERE id = $1', [tenant.id, name])
  }
  // Two of the same millisecond: the id decides.
  await db.owner.query(`UPDATE tenant SET "createdAt" = CASE name WHEN 'Shop' THEN timestamptz '2026-01-01' ELSE timestamptz '2026-02-01' END`)
})
afterAll(() => db.drop())

it('has numbers of each tenant, and nothing of its mail', async () => {
  const [shop] = tenants
  const at = new Date(Date.now() - 60_000)
  await makeDelivery(db, shop!.id, { subject: 'A secret order', receivedAt: at })
  await db.owner.query(`INSERT INTO domain ("tenantId", name, status, token) VALUES ($1, 'shop.example', 'verified', 'a'), ($1, 'late.example', 'pending', 'b')`, [shop!.id])
  await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'viewer')`, [shop!.id, await makeUser(db)])
  await db.owner.query(`INSERT INTO day_count ("tenantId", day, direction, disposition, n)
    SELECT $1, (now() AT TIME ZONE 'UTC')::date - d, 'in', 'kept', n FROM (VALUES (0, 3), (29, 4), (30, 100)) AS x (d, n)`, [shop!.id])
  await db.owner.query('UPDATE tenant SET "suspendedAt" = now() WHERE id = $1', [shop!.id])
  const row = (await list({ q: 'shop' })).data[0]!
  expect(row).toEqual({
    ...{ id: shop!.id, slug: shop!.slug, name: 'Shop', createdAt: new Date('2026-01-01T00:00:00Z'), suspendedAt: expect.any(Date), suspendReason: null, deletionAskedAt: null, deletionDueAt: null },
    ...{ domains: 2, verified: 1, failing: 0, members: 2, today: 3, month: 7, total: 107, lastMail: at },
  })
  expect(JSON.stringify(row)).not.toContain('secret')
})

it('comes newest first, page by page, none twice and none left out', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ limit: 1, cursor })
    seen.push(...page.data.map((t) => t.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen)).toEqual(new Set(tenants.map((t) => t.id)))
  expect(seen).toHaveLength(3)
  expect(seen.at(-1)).toBe(tenants[0]!.id)
})

it('is searched by a part of a name, a slug or a domain, whatever the case, and takes every character as itself', async () => {
  expect((await list({ q: 'BIK' })).data.map((t) => t.name)).toEqual(['Bikes'])
  expect((await list({ q: tenants[1]!.slug.slice(1) })).data.map((t) => t.name)).toEqual(['Post'])
  expect((await list({ q: 'late.exa' })).data.map((t) => t.name)).toEqual(['Shop'])
  for (const q of ['%', '_', "'"]) expect((await list({ q })).data, q).toEqual([])
  expect((await list({ state: 'suspended' })).data.map((t) => t.name)).toEqual(['Shop'])
  expect((await list({ state: 'active' })).data.map((t) => t.name).sort()).toEqual(['Bikes', 'Post'])
  expect((await list({ state: 'deleting' })).data).toEqual([])
  await expect(list({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
})
