import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { VerifyDomainIdentityCommand } from '@aws-sdk/client-ses'
import { ses } from '@/lib/aws/clients'
import { readIdentityState } from '@/lib/aws/ses/identity'
import { config } from '@/lib/config'
import { inPlatform } from '@/lib/db/tenant'
import { queueMail } from '@/lib/services/account/queue-mail'
import { setUpSending } from '@/lib/services/platform/set-up-sending'
import { openMailroom, type Mailroom } from '@/lib/testing/mailroom'
import { settleDoubts } from './doubt'
import { sendProductMail, type Point } from './product-mail'
import { takeEvent } from './take-event'

let room: Mailroom
let topicArn: string
beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'a key for tests that is long enough'
  process.env['POSTROOM_DOMAIN'] = 'post.test'
  room = await openMailroom()
  await setUpSending({ webhookUrl: 'http://127.0.0.1:9/api/webhooks/sns' })
  const { rows } = await room.db.owner.query<{ value: { topicArn: string } }>(`SELECT value FROM platform_setting WHERE key = 'sending'`)
  topicArn = rows[0]!.value.topicArn
  const { VerificationToken } = await ses().send(new VerifyDomainIdentityCommand({ Domain: 'post.test' }))
  const { endpoint } = config().aws
  await fetch(`${endpoint}/_local/dns`, { method: 'PUT', body: JSON.stringify({ name: '_amazonses.post.test', type: 'TXT', values: [VerificationToken] }) })
  // The local SES looks at the records of what waits once a second.
  await vi.waitUntil(async () => (await readIdentityState('post.test')) === 'verified', { timeout: 10_000, interval: 200 })
})
afterAll(() => room.close())
beforeEach(() => room.db.owner.query(`UPDATE topic SET "provedAt" = NULL`))

const queue = async () => {
  room.db.become('web')
  const id = await inPlatform((tx) => queueMail(tx, { kind: 'confirm', to: 'new@people.example', content: { locale: 'en', subject: 'Hello', paragraphs: ['Open it.'], link: { label: 'Here', url: 'http://localhost/confirm?token=secret' } } }))
  room.db.become('worker')
  return id
}
const row = async (id: string) => (await room.db.owner.query('SELECT state, attempt, content IS NULL AS gone, "sesMessageId" FROM product_mail WHERE id = $1', [id])).rows[0]
const sent = async (id: string) => {
  const { messages } = (await (await fetch(`${config().aws.endpoint}/_aws/ses`)).json()) as { messages: { Id: string; Source: string; Destinations: string[]; RawDataBase64: string }[] }
  return messages.filter((m) => Buffer.from(m.RawDataBase64, 'base64').toString().includes(id) || m.Id === id)
}
const event = (id: string, timestamp = new Date().toISOString()) =>
  takeEvent(topicArn, JSON.stringify({ eventType: 'Send', mail: { timestamp, messageId: `ses-${id}`, tags: { 'postroom-send': [id] } } }))
const dieAt = (point: Point) => (now: Point) => {
  if (now === point) throw new Error('killed')
}
const old = (id: string) => room.db.owner.query(`UPDATE product_mail SET "claimedAt" = now() - interval '11 minutes' WHERE id = $1`, [id])

it('sends, keeps SES\'s id, forgets the content, and does nothing twice', async () => {
  const id = await queue()
  expect(await sendProductMail(id)).toMatch(/^sent: /)
  const { sesMessageId, ...rest } = await row(id)
  expect(rest).toMatchObject({ state: 'sent', gone: true })
  const [mail] = await sent(sesMessageId)
  expect(mail).toMatchObject({ Source: 'postroom@post.test', Destinations: ['new@people.example'] })
  expect(Buffer.from(mail!.RawDataBase64, 'base64').toString()).toContain('Auto-Submitted: auto-generated')
  expect(await sendProductMail(id)).toBe('not sent: it is not queued')
})

it('comes from the sender that the operator set', async () => {
  await room.db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('sender', '{"name": "Desk", "localPart": "desk"}', now())`)
  const id = await queue()
  await sendProductMail(id)
  await room.db.owner.query(`DELETE FROM platform_setting WHERE key = 'sender'`)
  const [mail] = await sent((await row(id)).sesMessageId)
  expect(mail).toMatchObject({ Source: 'desk@post.test' })
  expect(Buffer.from(mail!.RawDataBase64, 'base64').toString()).toContain('From: Desk <desk@post.test>')
})

it.each(['claimed', 'before the call', 'after the answer'] as const)('killed at "%s" it is in doubt, and its Send event settles it', async (point) => {
  const id = await queue()
  await expect(sendProductMail(id, dieAt(point))).rejects.toThrow('killed')
  expect(await sendProductMail(id)).toBe('not sent: it is not queued')
  expect(await event(id)).toContain('settled')
  expect(await row(id)).toEqual({ state: 'sent', attempt: 1, gone: true, sesMessageId: `ses-${id}` })
  expect(await event(id)).not.toContain('settled')
})

it('is sent again only when it is old and a later event has come', async () => {
  const id = await queue()
  await expect(sendProductMail(id, dieAt('before the call'))).rejects.toThrow('killed')
  expect(await settleDoubts()).toBe(0)
  await old(id)
  expect(await settleDoubts()).toBe(0)
  await event('00000000-0000-4000-8000-000000000001', new Date(Date.now() - 3_600_000).toISOString())
  expect(await settleDoubts()).toBe(0)
  await event('00000000-0000-4000-8000-000000000001')
  expect(await settleDoubts()).toBe(1)
  expect(await sendProductMail(id)).toMatch(/^sent: /)
  expect(await row(id)).toMatchObject({ state: 'sent', attempt: 2 })
})
