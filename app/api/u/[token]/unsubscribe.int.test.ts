import { afterAll, beforeAll, expect, it } from 'vitest'
import { config } from '@/lib/config'
import { noticeToken } from '@/lib/core/notice/token'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { GET, POST } from './route'

let db: TestDatabase
let tenant: TestTenant
let token: string

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'k'.repeat(40)
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
  token = noticeToken(config().deriveKey('unsubscribe'), { userId: tenant.userId, tenantId: tenant.id, kind: 'domainExpired' })
})
afterAll(() => db.drop())

const call = (handler: typeof GET, method: string, path: string) => {
  const body = method === 'POST' ? { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } } : {}
  return handler(new Request(`http://localhost/api/u/${path}`, { method, ...body }), { params: Promise.resolve({ token: path }) })
}
const off = async () => (await db.owner.query('SELECT "noticesOff" AS off FROM membership WHERE "tenantId" = $1', [tenant.id])).rows[0].off

it('a GET changes nothing and leads to the page with the button', async () => {
  const response = await call(GET, 'GET', token)
  expect([response.status, response.headers.get('location'), await off()]).toEqual([303, `/u/${token}`, []])
})

it('a POST of a mail program, without cookie, ends the kind; again it is the same', async () => {
  expect((await call(POST, 'POST', token)).status).toBe(200)
  expect((await call(POST, 'POST', token)).status).toBe(200)
  expect(await off()).toEqual(['domainExpired'])
})

it('a token that nobody signed, or of a kind that always comes, ends nothing', async () => {
  const always = noticeToken(config().deriveKey('unsubscribe'), { userId: tenant.userId, tenantId: tenant.id, kind: 'domainTaken' })
  for (const bad of [`${token}x`, 'x', always]) expect((await call(POST, 'POST', bad)).status).toBe(404)
  expect(await off()).toEqual(['domainExpired'])
})
