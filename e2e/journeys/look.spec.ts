import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { expectAccessible } from './accessible'
import { local } from './local'
import { openLog, tryLogIn } from './log-in'
import { words } from './words'

// Run in both colour schemes, languages and widths: see the projects in playwright.config.ts.
const log = () => `/t/${local().tenant.slug}/messages`

test.describe('to a stranger', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('the log-in page is accessible, also with its refusal', async ({ page }) => {
    await page.goto('/login')
    await expectAccessible(page)
    await tryLogIn(page, 'not the password at all', 'nobody@sender.example')
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    await expectAccessible(page)
  })

  test('the set-up page with a void link is accessible', async ({ page }) => {
    await page.goto('/setup?token=x')
    await expectAccessible(page)
  })

  test('pages speak the reader’s language', async ({ page }) => {
    await page.goto('/login')
    await expect(page.locator('html')).toHaveAttribute('lang', test.info().project.use.locale!.slice(0, 2))
  })
})

test('the log is accessible, and its times are in the browser’s zone', async ({ page }) => {
  await openLog(page)
  await expect.poll(async () => (await page.context().cookies()).some((c) => c.name === 'postroom-zone')).toBe(true)
  await openLog(page)
  await expect(page.locator('th[aria-sort]')).toHaveText(words('messages')('timeIn', { zone: 'JST' }))
  await expectAccessible(page)
})

test('a filtered log is accessible', async ({ page }) => {
  await page.goto(`${log()}?disposition=quarantined&since=2020-01-01T00:00&zone=Asia/Tokyo`)
  await expect(page.getByRole('list', { name: words('messages')('activeFilters') })).toBeVisible()
  await expectAccessible(page)
})

test('a log without a match is accessible', async ({ page }) => {
  await page.goto(`${log()}?from=nobody.invalid`)
  await expect(page.getByRole('heading', { name: words('messages')('noMatchTitle') })).toBeVisible()
  await expectAccessible(page)
})

test('a message is accessible', async ({ page }) => {
  await openLog(page, '?disposition=quarantined')
  const row = page.getByRole('table').locator('tbody').first()
  await page.goto((await row.getByRole('link').first().getAttribute('href'))!)
  await expect(page.getByRole('list', { name: words('messages')('verdicts'), exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('a page that is not there is accessible', async ({ page }) => {
  await page.goto('/t/nobody-here/messages')
  await expectAccessible(page)
})
