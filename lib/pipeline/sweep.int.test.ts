import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { putObject } from '@/lib/aws/objects'
import { bucket, openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { maintain } from './maintain'
import { actOnNotification } from './notification'
import { forgetSweeps, sweep } from './sweep'

let room: Mailroom
const minutes = (n: number) => new Date(Date.now() + n * 60_000)
const orphans = async () => (await room.db.owner.query('SELECT key, "resolvedAt" IS NOT NULL AS resolved FROM orphan_object ORDER BY key')).rows

beforeAll(async () => {
  room = await openMailroom()
  await room.tenant('shop', 'shop.example')
})
afterAll(() => room.close())
beforeEach(forgetSweeps)

it('reports raw mail without a delivery after 15 minutes, and takes the report back when one comes', async () => {
  await actOnNotification(await room.arrive({ sesMessageId: 'fine', recipients: ['a@shop.example'], raw: plainMail('x') }))
  await actOnNotification(await room.arrive({ sesMessageId: 'nobody', recipients: ['a@nobody.example'], raw: plainMail('x') }))
  const late = await room.arrive({ sesMessageId: 'late', recipients: ['a@shop.example'], raw: plainMail('x') })
  await putObject(bucket, 'inbox/AMAZON_SES_SETUP_NOTIFICATION', Buffer.from('x'))
  expect(await sweep(minutes(14))).toMatchObject({ looked: 4, orphans: 0 })
  forgetSweeps()
  expect(await sweep(minutes(16))).toMatchObject({ orphans: 1 })
  forgetSweeps()
  expect(await sweep(minutes(17))).toMatchObject({ orphans: 0, resolved: 0 })
  expect(await orphans()).toEqual([{ key: 'inbox/late', resolved: false }])
  await actOnNotification(late)
  forgetSweeps()
  expect(await sweep(minutes(18))).toMatchObject({ orphans: 0, resolved: 1 })
  expect(await orphans()).toEqual([{ key: 'inbox/late', resolved: true }])
})

it('rests after a look', async () => {
  expect(await sweep()).toBeDefined()
  expect(await sweep()).toBeUndefined()
})

it('takes the grace from the platform setting', async () => {
  await room.db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('sweep', '{"graceMinutes": 60}', now())`)
  await putObject(bucket, 'inbox/patient', Buffer.from('x'))
  expect(await sweep(minutes(59))).toMatchObject({ orphans: 0 })
  forgetSweeps()
  expect(await sweep(minutes(61))).toMatchObject({ orphans: 1 })
})

it('makes the months ahead as the owner, and only those that are missing', async () => {
  const later = new Date()
  later.setUTCMonth(later.getUTCMonth() + 2, 1)
  // Three months ahead of two months ahead: the last two are new, each with five tables.
  expect(await maintain(later)).toMatchObject({ months: 10 })
  expect(await maintain(later)).toMatchObject({ months: 0 })
})

it('deletes old notifications that were acted on, and no other', async () => {
  await room.db.owner.query(`
    INSERT INTO notification (id, topic, body, "receivedAt", "processedAt") VALUES
      ('old', 't', '', now() - interval '31 days', now()), ('waiting', 't', '', now() - interval '31 days', NULL), ('young', 't', '', now() - interval '29 days', now())`)
  expect(await maintain()).toMatchObject({ deleted: 1 })
  const { rows } = await room.db.owner.query(`SELECT id FROM notification WHERE id IN ('old', 'waiting', 'young') ORDER BY id`)
  expect(rows.map((r) => r.id)).toEqual(['waiting', 'young'])
})

it('deletes what is over of every tenant, and keeps what may still be asked for', async () => {
  const rows = async (table: string) => (await room.db.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n
  const before = { effect: await rows('effect'), hours: await rows('hour_count') }
  await room.db.owner.query(`
    INSERT INTO effect ("tenantId", key, state, lease, "createdAt") SELECT gen_random_uuid(), 'x', s, now(), now() - d FROM unnest('{settled,claimed}'::text[]) s, unnest('{61 days,59 days}'::interval[]) d;
    INSERT INTO idempotency ("tenantId", "keyId", key, "requestHash", "claimId", "createdAt") SELECT gen_random_uuid(), gen_random_uuid(), 'k', 'h', gen_random_uuid(), now() - d FROM unnest('{25 hours,23 hours}'::interval[]) d;
    INSERT INTO hour_count ("tenantId", hour, direction, disposition, n) SELECT gen_random_uuid(), date_trunc('hour', now() - d), 'in', 'kept', 1 FROM unnest('{41 days,39 days}'::interval[]) d;
    INSERT INTO plan (region, status, reason, basis, target, steps, "createdAt", "settledAt") SELECT 'r', 'applied', '', '{}', '[]', '[]', now() - make_interval(days => 100 + n), now() - make_interval(days => 100 + n) FROM generate_series(1, 202) n`)
  await maintain()
  // Of the effects the old settled one went; of the plans, those beyond the last two hundred.
  expect([await rows('effect'), await rows('plan')]).toEqual([before.effect + 3, 200])
  expect([await rows('idempotency'), await rows('hour_count')]).toEqual([1, before.hours + 1])
})

it('has nothing to look at before the set-up', async () => {
  await room.db.owner.query(`DELETE FROM platform_setting WHERE key = 'receiving'`)
  expect(await sweep()).toBeUndefined()
})
