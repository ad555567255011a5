import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { TenantContext } from '@/lib/core/access/actor'
import { releaseMessage, releaseMessages, undoRelease } from '@/lib/services/message/release'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { runRelease } from './run-release'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
let id: string

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterAll(() => db.drop())
beforeEach(async () => {
  db.become('web')
  id = await makeDelivery(db, ours.id, { disposition: 'quarantined' })
})

const one = async (text: string) => (await db.owner.query(text, [id])).rows
const disposition = async () => (await one('SELECT disposition FROM delivery WHERE id = $1'))[0].disposition as string
/** The time to take it back has passed. */
const due = () => db.owner.query(`UPDATE message_release SET "dueAt" = now() - interval '1 second'`)
const work = async () => {
  db.become('worker')
  await Promise.all([runRelease({ tenantId: ours.id, deliveryId: id }), runRelease({ tenantId: ours.id, deliveryId: id })])
  db.become('web')
}
const member = (): TenantContext => ours.as('member')

it('keeps a quarantined delivery once its time has come, once, with event, counts and audit', async () => {
  expect(await releaseMessages({ ctx: member(), input: { ids: [id, id] } })).toEqual({ done: [id], failed: [] })
  await work()
  expect(await disposition()).toBe('quarantined')
  await due()
  await work()
  expect(await one('SELECT disposition, reason, "reasonCode" FROM delivery WHERE id = $1')).toEqual([
    { disposition: 'kept', reason: 'Released from quarantine.', reasonCode: { key: 'released', params: {} } },
  ])
  expect(await one(`SELECT kind, data FROM event WHERE "deliveryId" = $1 AND kind = 'released'`)).toEqual([{ kind: 'released', data: { from: 'quarantined', to: 'kept' } }])
  expect(await one(`SELECT verb, "actorKind", "actorId", before, after FROM audit WHERE "targetId" = $1`)).toEqual([
    { verb: 'message.release', actorKind: 'user', actorId: ours.userId, before: { disposition: 'quarantined' }, after: { disposition: 'kept' } },
  ])
  for (const counts of ['day_count', 'hour_count'])
    expect((await db.owner.query(`SELECT disposition, n FROM ${counts} WHERE "tenantId" = $1 ORDER BY 1`, [ours.id])).rows).toEqual([{ disposition: 'kept', n: 1 }, { disposition: 'quarantined', n: -1 }])
})

it('sends its job with the wait, for a program without', async () => {
  const waits = async () =>
    (await db.owner.query(`SELECT round(extract(epoch FROM start_after - created_on))::int AS s FROM pgboss.job WHERE name = 'release' AND data ->> 'deliveryId' = $1 ORDER BY created_on`, [id])).rows.map((r) => r.s)
  await releaseMessages({ ctx: member(), input: { ids: [id] } })
  expect(await releaseMessage({ ctx: { ...member(), actor: { kind: 'apiKey', id: 'k' } }, input: { id } })).toEqual({ accepted: true })
  expect(await waits()).toEqual([10, 0])
})

it('is taken back exactly until it is done, and can be asked again', async () => {
  await releaseMessages({ ctx: member(), input: { ids: [id] } })
  expect(await undoRelease({ ctx: member(), input: { ids: [id] } })).toEqual({ kept: [id], late: [] })
  await due()
  await work()
  expect(await disposition()).toBe('quarantined')
  expect(await one('SELECT 1 FROM audit WHERE "targetId" = $1')).toEqual([])
  await releaseMessages({ ctx: member(), input: { ids: [id] } })
  await due()
  await work()
  expect(await disposition()).toBe('kept')
  expect(await undoRelease({ ctx: member(), input: { ids: [id] } })).toEqual({ kept: [], late: [id] })
  expect(await disposition()).toBe('kept')
})

it('refuses a virus, what is not quarantined, a foreign id and a missing one, and names each', async () => {
  const kept = await makeDelivery(db, ours.id)
  const foreign = await makeDelivery(db, theirs.id, { disposition: 'quarantined' })
  const missing = '01900000-0000-7000-8000-000000000000'
  const virus = await makeDelivery(db, ours.id, { disposition: 'quarantined' })
  await db.owner.query(`UPDATE delivery SET virus = 'FAIL' WHERE id = $1`, [virus])
  expect(await releaseMessages({ ctx: member(), input: { ids: [kept, foreign, id, missing, virus] } })).toEqual({
    done: [id],
    failed: [
      { id: kept, why: 'notQuarantined' },
      { id: foreign, why: 'notFound' },
      { id: missing, why: 'notFound' },
      { id: virus, why: 'virus' },
    ],
  })
  const refusals = await Promise.allSettled([virus, kept, foreign, missing].map((given) => releaseMessage({ ctx: member(), input: { id: given } })))
  expect(refusals.map((r) => r.status === 'rejected' && r.reason.code)).toEqual(['conflict', 'conflict', 'not_found', 'not_found'])
  expect(await undoRelease({ ctx: theirs.as('owner'), input: { ids: [id] } })).toEqual({ kept: [], late: [id] })
})

it('is not a viewer’s to do or undo, and takes 100 at most', async () => {
  for (const verb of [releaseMessages, undoRelease]) await expect(verb({ ctx: ours.as('viewer'), input: { ids: [id] } })).rejects.toMatchObject({ code: 'forbidden' })
  const many = Array.from({ length: 101 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  await expect(releaseMessages({ ctx: member(), input: { ids: many } })).rejects.toMatchObject({ code: 'invalid' })
})
