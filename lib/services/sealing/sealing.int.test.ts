import { randomBytes, randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { config } from '@/lib/config'
import { seal, unseal } from '@/lib/core/account/seal'
import { inPlatform } from '@/lib/db/tenant'
import { queueMail } from '@/lib/services/account/queue-mail'
import { takeTotp } from '@/lib/services/account/second/totp'
import { createWebhook } from '@/lib/services/webhook/create'
import { rotateSecret } from '@/lib/services/webhook/rotate'
import { openSecret } from '@/lib/services/webhook/secret'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { noteKey } from './note'
import { readSealing } from './read'
import { refuseLostKeys } from './refuse'
import { requestReseal } from './request'
import { reseal } from './reseal'

// The environment is read at each question: a process with other keys is the same one here.
vi.mock('@/lib/config', async (original) => {
  const real = await original<typeof import('@/lib/config')>()
  return { ...real, config: () => real.readConfig(process.env) }
})

const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string]
const runWith = (key: string, old = '', lost = '') => Object.assign(process.env, { POSTROOM_KEY: key, POSTROOM_KEY_OLD: old, POSTROOM_KEY_LOST: lost })

let db: TestDatabase
let tenants: TestTenant[]
let userId: string
let secrets: Record<string, string>
const text = 'JBSWY3DPEHPK3PXP'
const operator = { actor: { kind: 'user', id: randomUUID() } } as const
const answers = ['first answer', 'second answer']

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** Something of each kind, sealed with the key A. */
beforeEach(async () => {
  runWith(a)
  db.become('web')
  await db.owner.query('DELETE FROM totp; DELETE FROM webhook_endpoint; DELETE FROM idempotency; DELETE FROM product_mail; DELETE FROM sealing_key; DELETE FROM pgboss.job')
  tenants = [await makeTenant(db), await makeTenant(db)]
  userId = await makeUser(db)
  await db.owner.query('INSERT INTO totp ("userId", secret, "confirmedAt") VALUES ($1, $2, now())', [userId, seal(config().deriveKey('totp'), randomBytes(12), userId, text)])
  secrets = {}
  for (const [i, tenant] of tenants.entries()) {
    const ctx = tenant.as('owner')
    const hook = await createWebhook({ ctx, input: { url: 'https://hooks.example/', eventTypes: ['domain.lost'] } })
    await rotateSecret({ ctx, input: { id: hook.id } })
    const at = [tenant.id, randomUUID(), 'key']
    await db.owner.query(`INSERT INTO idempotency ("tenantId", "keyId", key, "claimId", "requestHash", status, body) VALUES ($1, $2, $3, gen_random_uuid(), 'x', 201, $4)`, [
      ...at,
      seal(config().deriveKey('idempotency'), randomBytes(12), at.join(' '), answers[i]!),
    ])
  }
  await inPlatform((tx) => queueMail(tx, { kind: 'test', to: 'a@people.example', content: { locale: 'en', subject: 'Waits', paragraphs: ['x'] } }))
  for (const { id, secret, previousSecret } of await hooks()) Object.assign(secrets, { [id]: openSecret(id, secret), [`${id} before`]: openSecret(id, previousSecret) })
})

const hooks = async () => (await db.owner.query<{ id: string; secret: Buffer; previousSecret: Buffer }>('SELECT id, secret, "previousSecret" FROM webhook_endpoint ORDER BY id')).rows
/** Everything that was sealed, as the product opens it now. */
async function allOpen(): Promise<void> {
  const opened: Record<string, string | undefined> = {}
  for (const { id, secret, previousSecret } of await hooks()) Object.assign(opened, { [id]: openSecret(id, secret), [`${id} before`]: openSecret(id, previousSecret) })
  expect(opened).toEqual(secrets)
  expect(Object.values(secrets).every((s) => s.startsWith('whsec_'))).toBe(true)
  const mail = (await db.owner.query<{ id: string; content: Buffer }>('SELECT id, content FROM product_mail')).rows[0]!
  expect(unseal(config().deriveKeys('product mail'), mail.id, mail.content)).toContain('Waits')
  const kept = (await db.owner.query<{ bound: string; body: Buffer }>(`SELECT "tenantId" || ' ' || "keyId" || ' ' || key AS bound, body FROM idempotency`)).rows
  expect(kept.map(({ bound, body }) => unseal(config().deriveKeys('idempotency'), bound, body)).sort()).toEqual(answers)
  db.become('web')
  await db.owner.query('UPDATE totp SET "lastStep" = 0')
  expect(await inPlatform((tx) => takeTotp(tx, userId, new TOTP({ secret: text }).generate()))).toBe(true)
}
/** As the page asks. */
const oldKeys = async () => {
  db.become('web')
  const { old } = await readSealing({ ctx: operator })
  db.become('worker')
  return old
}
const underOld = async () => (await readSealing({ ctx: operator })).old.map((key) => key.rows)

it('sealed under A; under B with A as the old key all is read; sealed anew, it is read without A', async () => {
  expect(await readSealing({ ctx: operator })).toMatchObject({ old: [], kinds: [{ kind: 'totp', current: 1 }, { kind: 'webhookSecret', current: 4 }, { kind: 'productMail', current: 1 }, { kind: 'idempotency', current: 2 }] })
  runWith(b, a)
  await refuseLostKeys()
  await allOpen()
  expect(await underOld()).toEqual([8])
  db.become('worker')
  expect(await reseal()).toEqual({ totp: 1, productMail: 1, webhookSecret: 4, idempotency: 2 })
  expect(Object.values(await reseal()).every((n) => n === 0)).toBe(true)
  expect(await underOld()).toEqual([0])
  runWith(b)
  await refuseLostKeys()
  await allOpen()
})

it('is killed after any batch, and done by the next run', async () => {
  runWith(b, a)
  db.become('worker')
  for (let n = 8, left = 8; n > 0 && left > 0; n--) {
    await reseal(() => {
      throw new Error('killed')
    }).catch((error: Error) => expect(error.message).toBe('killed'))
    left = (await underOld())[0]!
  }
  expect(await underOld()).toEqual([0])
  runWith(b)
  await allOpen()
})

it('a wrong key refuses the start with one sentence, changes nothing, and the right one is taken again', async () => {
  db.become('worker')
  await noteKey()
  runWith(c)
  await expect(refuseLostKeys()).rejects.toThrow(/neither POSTROOM_KEY nor POSTROOM_KEY_OLD opens: 1 second step, 4 webhook secrets, 1 mail that waits\. It last ran with the key [0-9a-f]{8}, and POSTROOM_KEY is the key [0-9a-f]{8}\. Put the former key into POSTROOM_KEY_OLD/)
  expect(await reseal()).toMatchObject({ totp: 0, productMail: 0 })
  expect((await readSealing({ ctx: operator })).kinds.map((k) => k.unknown)).toEqual([1, 4, 1, 2])
  runWith(c, '', 'yes')
  await refuseLostKeys()
  runWith(c, `${b},${a}`)
  await refuseLostKeys()
  await allOpen()
})

it('tells operators of another key, once, and the old one goes when nothing is under it and a worker has the new', async () => {
  await db.owner.query('UPDATE "user" SET "isOperator" = id = $1', [userId])
  await db.owner.query('DELETE FROM product_mail')
  db.become('worker')
  await noteKey()
  runWith(b, a)
  expect(await oldKeys()).toMatchObject([{ rows: 7, removable: false }])
  await reseal()
  expect(await oldKeys()).toMatchObject([{ rows: 0, removable: false }])
  await noteKey()
  await noteKey()
  expect(await oldKeys()).toMatchObject([{ rows: 0, removable: true }])
  expect((await db.owner.query('SELECT kind FROM product_mail')).rows).toEqual([{ kind: 'keyRotated' }])
})

it('is asked for by an operator, in the audit', async () => {
  await requestReseal({ ctx: operator })
  expect((await db.owner.query('SELECT name FROM pgboss.job')).rows).toContainEqual({ name: 'reseal' })
  expect((await db.owner.query(`SELECT "actorId" FROM operator_audit WHERE verb = 'sealingKey.reseal'`)).rows).toEqual([{ actorId: operator.actor.id }])
})
