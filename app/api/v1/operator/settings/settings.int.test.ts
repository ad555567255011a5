import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { OperatorContext } from '@/lib/core/access/actor'
import type { ChangeSettings } from '@/lib/core/inputs/setting'
import { registrationNow } from '@/lib/services/account/registration'
import { readLimits } from '@/lib/services/limit/limits'
import { readContact } from '@/lib/services/platform/contact'
import { changeSettings } from '@/lib/services/setting/change'
import { readSettings } from '@/lib/services/setting/read'
import { createTenant } from '@/lib/services/tenant/create'
import { readGrace } from '@/lib/services/tenant/grace'
import { inTenant, queryOf } from '@/lib/db/tenant'
import { callRoute } from '@/lib/testing/call-route'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeOperatorKey, makeTenant, makeUser } from '@/lib/testing/tenants'
import { GET, PATCH } from './route'

let db: TestDatabase
let ctx: OperatorContext
let key: string

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ctx = { actor: { kind: 'user', id: await makeUser(db, { operator: true }) }, ip: '192.0.2.7' }
  key = await makeOperatorKey(db)
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM platform_setting; DELETE FROM operator_audit'))

const change = (input: ChangeSettings) => changeSettings({ ctx, input })
const audit = async () => (await db.owner.query(`SELECT "targetId", "actorId", host(ip::inet) AS ip, before, after FROM operator_audit WHERE verb = 'setting.change' ORDER BY id`)).rows
const read = () => callRoute(GET, 'GET', '/api/v1/operator/settings', { key })
const patch = (body: unknown, headers: Record<string, string> = {}) => callRoute(PATCH, 'PATCH', '/api/v1/operator/settings', { key, body, headers })

it('each setting holds for what reads it, from the next time on', async () => {
  await change({ registration: { open: false }, contact: { text: 'ops@post.example' }, deletion: { graceDays: 30 }, limits: { usual: { domains: 7 }, newcomer: { members: 2 }, newcomerDays: 1 } })
  expect(await registrationNow()).toEqual({ open: false, allowedDomains: [] })
  expect(await readContact()).toBe('ops@post.example')
  expect(await readGrace()).toEqual({ graceDays: 30 })
  const tenant = await createTenant({ ctx, input: { slug: 'fresh', name: 'Fresh', ownerId: await makeUser(db) } })
  const { limits, newUntil } = await inTenant(tenant.id, (tx) => readLimits(queryOf(tx), tenant.id))
  expect([limits.domains, limits.members]).toEqual([7, 2])
  expect(Math.round((newUntil!.getTime() - Date.now()) / 3_600_000)).toBe(24)
  await change({ limits: { newcomerDays: 0 } })
  const old = await createTenant({ ctx, input: { slug: 'second', name: 'Second', ownerId: await makeUser(db) } })
  expect((await inTenant(old.id, (tx) => readLimits(queryOf(tx), old.id))).newUntil).toBeNull()
})

it('writes an audit row for each that changed, before and after, and none for what is the same', async () => {
  await change({ deletion: { graceDays: 30 }, contact: { text: '' } })
  await change({ deletion: { graceDays: 30 } })
  expect(await audit()).toEqual([{ targetId: 'deletion', actorId: ctx.actor.id, ip: '192.0.2.7', before: { graceDays: 14 }, after: { graceDays: 30 } }])
})

it('loses no change: an old version is refused, of two at once one', async () => {
  const { versions } = await change({ contact: { text: 'a' } })
  await change({ deletion: { graceDays: 5 } })
  // Another card was changed meanwhile: that is nobody's loss.
  expect((await change({ contact: { text: 'b' }, ifVersion: versions.contact })).contact.text).toBe('b')
  await expect(change({ contact: { text: 'c' }, ifVersion: versions.contact })).rejects.toMatchObject({ code: 'precondition_failed' })
  const { revision } = await readSettings({ ctx })
  const both = await Promise.allSettled([change({ contact: { text: 'x' }, ifRevision: revision }), change({ contact: { text: 'y' }, ifRevision: revision })])
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
})

it.each([
  [{ registration: { open: true, allowedDomains: ['not a domain'] } }, 'registration.allowedDomains.0'],
  [{ deletion: { graceDays: 0 } }, 'deletion.graceDays'],
  [{ limits: { usual: { domains: -1 } } }, 'limits.usual.domains'],
  [{ sender: { name: 'A\r\nBcc: x@evil.example' } }, 'sender.name'],
  [{ sender: { localPart: 'a@b' } }, 'sender.localPart'],
  [{ receiving: { bucket: 'mine' } }, 'receiving'],
])('refuses %j', async (input, path) => {
  await expect(change(input as ChangeSettings)).rejects.toMatchObject({ code: 'invalid', problems: [expect.objectContaining({ path: path.split('.').map((p) => (/^\d+$/.test(p) ? Number(p) : p)) })] })
  expect(await audit()).toEqual([])
})

it('the web can write these settings alone', async () => {
  await expect(db.web.pool.query(`SELECT set_platform_setting('receiving', '{}')`)).rejects.toMatchObject({ code: '42501' })
  await expect(db.web.pool.query(`UPDATE platform_setting SET value = '{}'`)).rejects.toMatchObject({ code: '42501' })
  await expect(db.worker.pool.query(`SELECT set_platform_setting('contact', '{}')`)).rejects.toMatchObject({ code: '42501' })
})

it('by API: GET gives an ETag, PATCH takes it once, and a tenant has no such page', async () => {
  const first = await read()
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"0"'])
  expect(await first.json()).toMatchObject({ registration: { open: true }, sender: { name: 'Postroom', localPart: 'postroom', replyTo: null }, environment: { aws: 'local' } })
  const done = await patch({ sender: { name: 'Mail desk', replyTo: 'Desk@post.example' } }, { 'if-match': '"0"' })
  expect([done.status, done.headers.get('etag')]).toEqual([200, '"1"'])
  expect(await done.json()).toMatchObject({ sender: { name: 'Mail desk', localPart: 'postroom', replyTo: 'desk@post.example' } })
  expect((await patch({ contact: { text: 'late' } }, { 'if-match': '"0"' })).status).toBe(412)
  expect((await patch({ contact: { text: 'whatever stands' } }, { 'if-match': '*' })).status).toBe(200)
  expect((await patch({ isOperator: true })).status).toBe(400)
  const { apiKey } = await makeTenant(db)
  expect((await callRoute(GET, 'GET', '/api/v1/operator/settings', { key: apiKey })).status).toBe(403)
})

it('shows no secret', async () => {
  const text = await (await read()).text()
  for (const word of ['POSTROOM_KEY', 'secret', 'password', 'postgres']) expect(text.toLowerCase()).not.toContain(word.toLowerCase())
})
