import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { copyObject, getObject } from '@/lib/aws/objects'
import { deliveryId, messageIdFor } from '@/lib/core/message/id'
import { bucket, openMailroom, plainMail, storeEnvelope, type Mailroom } from '@/lib/testing/mailroom'
import { claim } from './effects'
import { actOnNotification } from './notification'

let room: Mailroom
let one: string
let two: string
let n = 0
let id = ''

beforeAll(async () => {
  room = await openMailroom()
  one = await room.tenant('one', 'one.example')
  two = await room.tenant('two', 'two.example')
})
afterAll(() => room.close())
beforeEach(() => {
  id = `ses-${(n += 1)}`
})

const deliveries = async (tenantId?: string) =>
  (await room.db.owner.query(`SELECT * FROM delivery WHERE "sesMessageId" = $1 AND ($2::uuid IS NULL OR "tenantId" = $2) ORDER BY recipient`, [id, tenantId ?? null])).rows
const messages = async () => (await room.db.owner.query(`SELECT * FROM message WHERE "sesMessageId" = $1`, [id])).rows
const counted = async (tenantId: string) => {
  const [days, hours] = await Promise.all(['day_count', 'hour_count'].map((counts) => room.db.owner.query(`SELECT disposition, sum(n)::int AS n FROM ${counts} WHERE "tenantId" = $1 GROUP BY 1 ORDER BY 1`, [tenantId])))
  expect(hours!.rows).toEqual(days!.rows)
  return Object.fromEntries(days!.rows.map((r) => [r.disposition, r.n]))
}
const rowOf = async (notification: string) => (await room.db.owner.query('SELECT * FROM notification WHERE id = $1', [notification])).rows[0]

it('makes one delivery for each envelope recipient, in the tenant of each, and no tenant sees the other', async () => {
  const notification = await room.arrive({ sesMessageId: id, recipients: ['A@one.example', 'b+tag@one.example', 'c@two.example', 'x@nobody.example'], raw: plainMail('Hello 請求書') })
  expect(await actOnNotification(notification)).toBe('delivered: 3 new, 0 known, 1 unrouted')
  const rows = await deliveries()
  expect(rows.map((r) => [r.tenantId, r.recipient, r.disposition])).toEqual([
    [one, 'a@one.example', 'kept'],
    [one, 'b+tag@one.example', 'kept'],
    [two, 'c@two.example', 'kept'],
  ])
  expect(rows[0]).toMatchObject({ fromAddress: 'ann@a.example', fromName: 'Ann', fromDomain: 'a.example', subject: 'Hello 請求書', mailFrom: 'ann@a.example', spam: 'PASS', ruleVersion: null })
  const stored = await messages()
  expect(stored.map((m) => m.tenantId).sort()).toEqual([one, two].sort())
  for (const message of stored) {
    expect(message.rawKey).toBe(`t/${message.tenantId}/${message.id}`)
    expect((await getObject(bucket, message.rawKey)).toString()).toBe(plainMail('Hello 請求書'))
    expect(JSON.stringify(message)).not.toContain(message.tenantId === one ? 'two.example' : 'one.example')
  }
  const unrouted = await room.db.owner.query('SELECT recipient, reason FROM unrouted WHERE "sesMessageId" = $1', [id])
  expect(unrouted.rows).toEqual([{ recipient: 'x@nobody.example', reason: 'No tenant has proved nobody.example.' }])
  const trace = await room.db.owner.query('SELECT run, steps FROM trace WHERE "deliveryId" = $1', [rows[0].id])
  expect(trace.rows).toMatchObject([{ run: 1, steps: [{ kind: 'virus' }, { name: 'spam' }, { name: 'dmarc' }, { kind: 'default' }] }])
  const events = await room.db.owner.query('SELECT kind FROM event WHERE "deliveryId" = $1 ORDER BY kind', [rows[0].id])
  expect(events.rows.map((e) => e.kind)).toEqual(['received', 'routed'])
  expect(await rowOf(notification)).toMatchObject({ outcome: 'delivered: 3 new, 0 known, 1 unrouted', processedAt: expect.any(Date) })
})

it('is searched by its words', async () => {
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['a@one.example'], raw: plainMail('=?UTF-8?B?6KuL5rGC5pu4?=', 'body-word') }))
  const search = await room.db.owner.query('SELECT words, text FROM delivery_search WHERE id = $1', [(await deliveries())[0].id])
  expect(search.rows[0].words).toEqual(expect.arrayContaining(['請求', '求書', 'ann', 'body', 'word']))
})

it('serves a tenant by its name below the platform domain', async () => {
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['any@one.postroom.test', 'any@no-such.postroom.test'], raw: plainMail('x') }))
  expect(await deliveries()).toMatchObject([{ tenantId: one, recipient: 'any@one.postroom.test', domainId: null }])
})

it('changes nothing when the same mail is told of again, eight times at once', async () => {
  const tenant = await room.tenant('again', 'again.example')
  const mail = { sesMessageId: id, recipients: ['a@again.example', 'b@again.example'], raw: plainMail('again'), timestamp: new Date() }
  const ids = await Promise.all(Array.from({ length: 8 }, () => room.arrive(mail)))
  await Promise.all(ids.map((i) => actOnNotification(i)))
  await Promise.all([ids[0]!, ids[0]!].map((i) => actOnNotification(i)))
  expect(await deliveries()).toHaveLength(2)
  expect(await messages()).toHaveLength(1)
  expect(await counted(tenant)).toEqual({ kept: 2 })
  const effects = await room.db.owner.query('SELECT state FROM effect WHERE "tenantId" = $1', [tenant])
  expect(effects.rows).toEqual([{ state: 'settled' }])
})

it('takes a notification for each recipient as it takes one for all', async () => {
  const tenant = await room.tenant('each', 'each.example')
  const mail = { sesMessageId: id, raw: plainMail('each'), timestamp: new Date() }
  const ids = []
  for (const name of ['a', 'b', 'c']) ids.push(await room.arrive({ ...mail, recipients: [`${name}@each.example`] }))
  ids.push(await room.arrive({ ...mail, recipients: ['a@each.example', 'b@each.example', 'c@each.example'] }))
  await Promise.all(ids.map((i) => actOnNotification(i)))
  expect((await deliveries()).map((r) => r.id)).toEqual(['a', 'b', 'c'].map((name) => deliveryId(mail.timestamp, id, `${name}@each.example`)))
  expect(await messages()).toHaveLength(1)
  expect(await counted(tenant)).toEqual({ kept: 3 })
})

it('runs the newest published rules, and says which', async () => {
  const tenant = await room.tenant('rules', 'rules.example')
  await room.publish(tenant, 1, [{ name: 'old', actions: [{ type: 'drop' }] }])
  await room.publish(tenant, 2, [{ name: 'bills', when: { all: [{ field: 'subject', op: 'contains', values: ['invoice'] }] }, actions: [{ type: 'quarantine' }, { type: 'stop' }] }])
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['a@rules.example'], raw: plainMail('Invoice 88') }))
  expect(await deliveries()).toMatchObject([{ disposition: 'quarantined', reason: 'Rule "bills" decided.', matchedRules: ['bills'], ruleVersion: 2 }])
})

it.each([
  [{ verdicts: { spam: 'FAIL' } }, 'quarantined'],
  [{ verdicts: { virus: 'FAIL' } }, 'quarantined'],
  [{ verdicts: { dmarc: 'FAIL' }, dmarcPolicy: 'reject' }, 'quarantined'],
  [{ verdicts: { spam: 'WONDERFUL' } }, 'kept'],
])('decides by verdicts %j: %s', async (change, disposition) => {
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['a@one.example'], raw: plainMail('v'), ...change }))
  expect(await deliveries()).toMatchObject([{ disposition }])
})

it('keeps mail that cannot be parsed, with the reason, and runs no rule on it', async () => {
  const tenant = await room.tenant('broken', 'broken.example')
  await room.publish(tenant, 1, [{ name: 'all', actions: [{ type: 'drop' }] }])
  const parts = Array.from({ length: 1200 }, () => '--b\r\n\r\nx\r\n').join('')
  const raw = `Subject: many parts\r\nFrom: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['a@broken.example'], raw }))
  const [delivery] = await deliveries()
  expect(delivery).toMatchObject({ disposition: 'kept', subject: 'many parts', reason: expect.stringMatching(/could not be parsed/) })
  expect(await messages()).toMatchObject([{ parseError: expect.any(String) }])
})

it.each([
  ['nothing', ''],
  ['NUL and lone surrogates', 'From: a\u0000@b.example\r\nSubject: =?UTF-16?B?2AA=?= \u0000\r\n\r\n\u0000body'],
  ['no header section', '\u0001\u0002\u0003\n\n\n'],
])('never loses %s', async (_name, raw) => {
  await actOnNotification(await room.arrive({ sesMessageId: id, recipients: ['a@one.example'], raw: Buffer.from(raw, 'utf8') }))
  expect(await deliveries()).toHaveLength(1)
})

it.each([
  ['a foreign bucket', { bucketName: 'other-bucket', objectKey: 'inbox/x' }],
  ['a key outside the prefix', { bucketName: bucket, objectKey: 't/secret' }],
  ['another mail than its own', { bucketName: bucket, objectKey: 'inbox/ses-1' }],
  ['a key that climbs', { bucketName: bucket, objectKey: 'inbox/../t/secret' }],
])('does not read %s', async (_name, place) => {
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@one.example'], place })
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'permanent' })
  expect(await deliveries()).toEqual([])
  expect(await rowOf(notification)).toMatchObject({ processedAt: null, outcome: expect.stringMatching(/^failed \(permanent\)/) })
})

it('waits for an object that is not there yet', async () => {
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@one.example'] })
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'transient' })
})

it('fails for good, and says why, where no partition holds the month', async () => {
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@one.example'], raw: plainMail('old'), timestamp: new Date('2019-01-01T00:00:00Z') })
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'permanent', message: expect.stringMatching(/no partition holds its month/) })
})

it.each([
  ['after the claim, before the copy', async () => {}],
  ['after the copy, before the transaction', (tenant: string, key: string) => copyObject(bucket, `inbox/${id}`, `t/${tenant}/${key}`)],
])('goes on where a worker died %s, once its lease is over', async (_name, copied) => {
  const tenant = await room.tenant(`died-${n}`, `died-${n}.example`)
  const timestamp = new Date()
  const key = messageIdFor(timestamp, id, tenant)
  const notification = await room.arrive({ sesMessageId: id, recipients: [`a@died-${n}.example`], raw: plainMail('x'), timestamp })
  expect(await claim(tenant, `raw:${key}`, 120)).toEqual({ state: 'claimed', attempt: 1 })
  await copied(tenant, key)
  await room.db.owner.query(`UPDATE effect SET lease = now() - interval '1 s' WHERE "tenantId" = $1`, [tenant])
  await actOnNotification(notification)
  expect(await deliveries()).toHaveLength(1)
  expect(await counted(tenant)).toEqual({ kept: 1 })
  expect((await getObject(bucket, `t/${tenant}/${key}`)).toString()).toBe(plainMail('x'))
  const effects = await room.db.owner.query('SELECT state, attempt FROM effect WHERE "tenantId" = $1', [tenant])
  expect(effects.rows).toEqual([{ state: 'settled', attempt: 2 }])
})

it('does not wait for a worker that holds the copy', async () => {
  const tenant = await room.tenant('held', 'held.example')
  const timestamp = new Date()
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@held.example'], raw: plainMail('x'), timestamp })
  await claim(tenant, `raw:${messageIdFor(timestamp, id, tenant)}`, 120)
  await actOnNotification(notification)
  expect(await deliveries()).toHaveLength(1)
  // The holder may have died: nothing may stay claimed behind a mail that is stored.
  const effects = await room.db.owner.query('SELECT state, attempt FROM effect WHERE "tenantId" = $1', [tenant])
  expect(effects.rows).toEqual([{ state: 'settled', attempt: 1 }])
})

it('is done again where a worker died before the notification was marked, and changes nothing', async () => {
  const tenant = await room.tenant('unmarked', 'unmarked.example')
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@unmarked.example'], raw: plainMail('x') })
  await actOnNotification(notification)
  await room.db.owner.query('UPDATE notification SET "processedAt" = NULL WHERE id = $1', [notification])
  expect(await actOnNotification(notification)).toBe('delivered: 0 new, 1 known, 0 unrouted')
  expect(await counted(tenant)).toEqual({ kept: 1 })
})

it('serves one tenant though another has rules that cannot be read', async () => {
  const bad = await room.tenant('bad', 'bad.example')
  await room.publish(bad, 1, [{ name: 'from the future', actions: [{ type: 'teleport' }] }])
  const notification = await room.arrive({ sesMessageId: id, recipients: ['a@bad.example', 'a@one.example'], raw: plainMail('x') })
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'permanent', message: expect.stringMatching(/Version 1 of the rule set cannot be read/) })
  expect(await deliveries()).toMatchObject([{ recipient: 'a@one.example' }])
})

it.each([
  [{ Type: 'Notification', Message: 'Successfully validated SNS topic for Amazon SES event publishing.' }, /^ignored: plain text/],
  [{ Type: 'Notification', Message: '{"eventType":"Delivery"}' }, /^ignored: an event of type Delivery/],
  [{ Type: 'UnsubscribeConfirmation', Token: 't' }, /^ignored: the subscription was ended/],
])('notes what it does not act on', async (envelope, outcome) => {
  const notification = await storeEnvelope(room.db, { TopicArn: 'arn:x', ...envelope })
  expect(await actOnNotification(notification)).toMatch(outcome)
  expect((await rowOf(notification)).processedAt).toBeInstanceOf(Date)
})

it.each([
  [{ TopicArn: 'arn:aws:sns:us-east-1:000000000000:not-ours', Type: 'SubscriptionConfirmation', Token: 't' }, /not registered/],
  [{ TopicArn: 'arn:x', Type: 'Other' }, /not as SNS writes it/],
])('refuses %j', async (envelope, message) => {
  const notification = await storeEnvelope(room.db, envelope)
  await expect(actOnNotification(notification)).rejects.toMatchObject({ permanence: 'permanent', message: expect.stringMatching(message) })
})
