import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { findPlaces } from './find'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ;[ours, theirs] = await Promise.all([makeTenant(db), makeTenant(db)])
  await db.owner.query(`INSERT INTO domain ("tenantId", name, token, "dkimTokens") VALUES ($1, 'shop.example', 't', '{}'), ($2, 'shopping.example', 't', '{}')`, [ours.id, theirs.id])
})
afterAll(() => db.drop())

const find = (text: string) => findPlaces({ ctx: ours.as('viewer'), input: { text } })

it('lands on a message by its id, and not on another tenant’s', async () => {
  const [own, foreign] = await Promise.all([makeDelivery(db, ours.id, { subject: 'Invoice 88' }), makeDelivery(db, theirs.id)])
  expect((await find(own))[0]).toEqual({ kind: 'message', text: 'Invoice 88', id: own })
  expect(await find(foreign)).toEqual([{ kind: 'log', text: foreign }])
})

it('knows the tenant’s own domains, also from an address', async () => {
  expect((await find('shop')).map((p) => p.text)).toEqual(['shop.example', 'shop'])
  expect((await find('Sales@shop.example')).map((p) => p.kind)).toEqual(['domain', 'address', 'log'])
})

it('refuses an empty text', async () => {
  await expect(find('  ')).rejects.toMatchObject({ code: 'invalid' })
})
