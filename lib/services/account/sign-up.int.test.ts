import { afterAll, beforeAll, expect, it } from 'vitest'
import { unseal } from '@/lib/core/account/seal'
import { config } from '@/lib/config'
import { foundTenant } from '@/lib/services/tenant/found'
import { tenantsOfUser } from '@/lib/services/tenant/of-user'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { confirmSignUp, findSignUp } from './confirm'
import { resendConfirmation, signUp } from './sign-up'
import { verifyLogin } from './verify-login'

let db: TestDatabase
beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'a key for tests that is long enough'
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())

const given = (email: string) => ({ email, name: 'Nora', password: 'correct horse battery', locale: 'en' })
const mails = async (to: string) => {
  const { rows } = await db.owner.query<{ id: string; kind: string; content: Buffer }>('SELECT id, kind, content FROM product_mail WHERE recipient = $1 ORDER BY "createdAt"', [to])
  return rows.map(({ id, kind, content }) => ({ kind, text: unseal(config().deriveKey('product mail'), id, content) ?? '' }))
}
const tokenIn = (text: string) => /token=([\w-]{43})/.exec(text)?.[1] ?? ''

it('makes the account by the link, once, and then a tenant of its own', async () => {
  const email = 'nora@people.example'
  await signUp({ ctx: {}, input: given(email) })
  const [mail] = await mails(email)
  const token = tokenIn(mail!.text)
  expect((await db.owner.query('SELECT 1 FROM sign_up WHERE "tokenHash" = $1', [token])).rowCount).toBe(0)
  await expect(verifyLogin({ ctx: {}, input: { email, password: given(email).password } })).rejects.toMatchObject({ code: 'precondition_failed' })
  await expect(verifyLogin({ ctx: {}, input: { email, password: 'another password' } })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await findSignUp(token)).toEqual({ email })
  const { id } = await confirmSignUp({ ctx: {}, input: { token } })
  await expect(confirmSignUp({ ctx: {}, input: { token } })).rejects.toMatchObject({ code: 'not_found' })
  expect(await verifyLogin({ ctx: {}, input: { email, password: given(email).password } })).toMatchObject({ id })
  const ctx = { actor: { kind: 'user', id } as const }
  await foundTenant({ ctx, input: { name: 'Café Nørd & Co' } })
  expect(await tenantsOfUser(id)).toMatchObject([{ slug: 'cafe-n-rd-co', role: 'owner' }])
  await expect(foundTenant({ ctx, input: { name: 'x', slug: 'cafe-n-rd-co' } })).rejects.toMatchObject({ code: 'conflict' })
})

it('tells nobody that an address is known: its owner gets a mail that says so', async () => {
  const email = 'known@people.example'
  await db.owner.query('INSERT INTO "user" (email, name) VALUES ($1, $1)', [email])
  expect(await signUp({ ctx: {}, input: given(email) })).toBe(await signUp({ ctx: {}, input: given('fresh@people.example') }))
  expect((await mails(email)).map((m) => m.kind)).toEqual(['known'])
})

it('sends the link again, and not without end', async () => {
  const email = 'again@people.example'
  await signUp({ ctx: {}, input: given(email) })
  for (let i = 0; i < 4; i++) await resendConfirmation({ ctx: {}, input: { email } })
  await expect(resendConfirmation({ ctx: {}, input: { email } })).rejects.toMatchObject({ code: 'rate_limited' })
  const tokens = (await mails(email)).map((m) => tokenIn(m.text))
  expect(new Set(tokens).size).toBe(5)
  await resendConfirmation({ ctx: {}, input: { email: 'nobody@people.example' } })
  expect(await mails('nobody@people.example')).toEqual([])
})

it('takes no link that has run out', async () => {
  const email = 'late@people.example'
  await signUp({ ctx: {}, input: given(email) })
  await db.owner.query(`UPDATE sign_up SET "expiresAt" = now() WHERE email = $1`, [email])
  const [mail] = await mails(email)
  await expect(confirmSignUp({ ctx: {}, input: { token: tokenIn(mail!.text) } })).rejects.toMatchObject({ code: 'not_found' })
})

const setting = (value: object) => db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('registration', $1, now()) ON CONFLICT (key) DO UPDATE SET value = $1`, [value])
const code = (email: string, invited = false) =>
  signUp({ ctx: {}, input: given(email), invited }).then(() => 'taken', (error: { code: string; problems: { code?: string }[] }) => `${error.code} ${error.problems[0]?.code}`)

it('asks the setting: closed, or some domains only, but an invitation holds', async () => {
  await setting({ open: false })
  expect(await code('closed@people.example')).toBe('forbidden closed')
  // An account's address is answered alike: closed registration does not tell who is here.
  expect(await code('known@people.example')).toBe('forbidden closed')
  expect(await mails('closed@people.example')).toEqual([])
  expect(await code('guest@people.example', true)).toBe('taken')
  const [invitation] = await mails('guest@people.example')
  await confirmSignUp({ ctx: {}, input: { token: tokenIn(invitation!.text) } })

  await setting({ allowedDomains: ['people.example'] })
  expect(await code('a@other.example')).toBe('forbidden domain')
  expect(await code('inside@people.example')).toBe('taken')
  // Closed between the mail and the click: the link waits.
  await setting({ open: false })
  const [mail] = await mails('inside@people.example')
  await expect(confirmSignUp({ ctx: {}, input: { token: tokenIn(mail!.text) } })).rejects.toMatchObject({ code: 'forbidden' })
  // A setting that nobody can read lets nobody in.
  await setting({ allowedDomains: 'people.example' })
  expect(await code('late2@people.example')).toBe('forbidden closed')
  await db.owner.query(`DELETE FROM platform_setting WHERE key = 'registration'`)
  await confirmSignUp({ ctx: {}, input: { token: tokenIn(mail!.text) } })
})
