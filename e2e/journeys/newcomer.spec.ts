import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { sendMail } from '@/e2e/mail/send'
import { until } from '@/prisma/demo/api'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const fresh = () => randomBytes(4).toString('hex')

interface Sent {
  Destinations: string[]
  RawDataBase64: string
}

/** The link in the newest mail that SES was given for this address. */
async function linkFor(email: string): Promise<string> {
  return until(`The mail to ${email}`, 20_000, async () => {
    const { messages } = (await (await fetch(`${local().awsEndpoint}/_aws/ses`)).json()) as { messages: Sent[] }
    const mail = messages.findLast((m) => m.Destinations.includes(email))
    if (!mail) return undefined
    const { text = '' } = await simpleParser(Buffer.from(mail.RawDataBase64, 'base64'))
    return /https?:\S+\/confirm\?token=\S+/.exec(text)?.[0]
  })
}

test('a newcomer comes from sign-up to the first mail in the log, before any DNS', async ({ page }) => {
  const [account, today, log] = [words('account'), words('today'), words('messages')]
  const slug = `new-${fresh()}`
  const email = `${slug}@sender.example`
  const main = page.getByRole('main')

  await page.goto('/login')
  await page.getByRole('link', { name: account('noAccount') }).click()
  await main.getByRole('button', { name: account('signUpSubmit') }).click()
  await expect(main.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel(account('name')).fill('Robin Newcomer')
  await page.getByLabel(account('email')).fill(email)
  await page.getByLabel(account('password')).fill('too short')
  await main.getByRole('button', { name: account('signUpSubmit') }).click()
  await expect(page.getByLabel(account('password'))).toBeFocused()
  await expect(page.getByLabel(account('email'))).toHaveValue(email)
  await page.getByLabel(account('password')).fill('four words in a row')
  await main.getByRole('button', { name: account('signUpSubmit') }).click()
  await expect(main.getByText(account('sent'))).toBeVisible()

  await page.goto(await linkFor(email))
  await expectAccessible(page)
  await main.getByRole('button', { name: account('confirmSubmit') }).click()
  await expect(page).toHaveURL('/welcome')
  await expectAccessible(page)
  await page.getByLabel(account('tenantName')).fill('Newcomer & Daughters')
  await page.getByLabel(account('slug')).fill(local().tenant.slug)
  await main.getByRole('button', { name: account('welcomeSubmit') }).click()
  await expect(main.getByText(account('slugTaken', { slug: local().tenant.slug }))).toBeVisible()
  await page.getByLabel(account('slug')).fill(slug)
  await main.getByRole('button', { name: account('welcomeSubmit') }).click()
  await expect(page).toHaveURL(`/t/${slug}`)

  await expect(main.getByRole('heading', { name: today('checklist', { done: 0, all: 5 }) })).toBeVisible()
  await expectAccessible(page)
  const address = (await main.getByText(`test@${slug}.`).innerText()).trim()
  // The page begins to hear only after the mail is there already: it must ask then, not wait for news that has passed.
  await page.route('**/live', async (route) => {
    await until('The test mail', 20_000, async () => (await (await page.request.get(`/t/${slug}/messages`)).text()).includes(account('mail.testSubject', { code: '' }).trim()) || undefined)
    await route.continue()
  })
  await main.getByRole('button', { name: today('testSubmit') }).click()
  await expect(page).toHaveURL(/\?test=/)
  // Nothing is pressed here: the page hears of the mail by itself.
  await main.getByRole('link', { name: today('testArrived') }).click({ timeout: 30_000 })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Postroom')
  await expect(main.getByText(log('disposition.kept'), { exact: true }).first()).toBeVisible()

  const subject = `First ${fresh()}`
  await sendMail({ to: address.replace('test@', 'anything@'), subject, text: 'Hello.' })
  await page.goto(`/t/${slug}/messages`)
  // The log says that something new has come; a press shows it.
  await expect(async () => {
    await page.reload()
    await expect(main.getByRole('link', { name: subject })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })

  await page.goto(`/t/${slug}`)
  await expect(main.getByRole('heading', { name: today('checklist', { done: 1, all: 5 }) })).toBeVisible()
  await expect(main.getByRole('region', { name: today('volume') })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: today('hide') }).click()
  await expect(main.getByRole('button', { name: today('show') })).toBeVisible()
  await expect(main.getByRole('heading', { name: today('checklist', { done: 1, all: 5 }) })).toHaveCount(0)
})
