import { expect, type Page } from '@playwright/test'
import { arrived } from '@/e2e/mail/arrived'
import { Api } from '@/prisma/demo/api'
import { local } from './local'
import { words } from './words'

/** Fills the log-in form and sends it. */
export async function tryLogIn(page: Page, password = local().tenant.password, email = local().tenant.email): Promise<void> {
  const t = words('auth')
  await page.getByLabel(t('email')).fill(email)
  await page.getByLabel(t('password')).fill(password)
  await page.getByRole('button', { name: t('submit') }).click()
}

/** Opens the demo tenant's log. `query` stays in the address. */
export async function openLog(page: Page, query = ''): Promise<void> {
  const { slug } = local().tenant
  await page.goto(`/t/${slug}/messages${query}`)
  await expect(page).toHaveURL(`/t/${slug}/messages${query}`)
  await expect(page.getByRole('heading', { level: 1, name: words('messages')('title') })).toBeVisible()
}

/** Waits until the tenant has a mail of this subject, then opens its page from the log. */
export async function openMessage(page: Page, subject: string): Promise<void> {
  await arrived(new Api(local().consoleUrl, local().tenant.apiKey), subject)
  await openLog(page)
  await page.getByRole('link', { name: subject }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
}
