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

  test('the pages before log-in are accessible, and speak the reader’s language', async ({ page }) => {
    await page.goto('/login')
    await expect(page.locator('html')).toHaveAttribute('lang', test.info().project.use.locale!.slice(0, 2))
    await expectAccessible(page)
    await tryLogIn(page, 'not the password at all', 'nobody@sender.example')
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/setup?token=x')
    await expectAccessible(page)
    await page.goto('/sign-up')
    await expectAccessible(page)
  })
})

test('the log and its messages are accessible, and times are in the browser’s zone', async ({ page }) => {
  await test.step('the log', async () => {
    await openLog(page)
    await expect.poll(async () => (await page.context().cookies()).some((c) => c.name === 'postroom-zone')).toBe(true)
    await openLog(page)
    await expect(page.locator('th[aria-sort]')).toHaveText(words('messages')('timeIn', { zone: 'JST' }))
    await expectAccessible(page)
  })
  await test.step('without a match', async () => {
    await page.goto(`${log()}?from=nobody.invalid`)
    await expect(page.getByRole('heading', { name: words('messages')('noMatchTitle') })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('filtered', async () => {
    await page.goto(`${log()}?disposition=quarantined&since=2020-01-01T00:00&zone=Asia/Tokyo`)
    await expect(page.getByRole('list', { name: words('messages')('activeFilters') })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('a message', async () => {
    const row = page.getByRole('table', { name: words('messages')('table') }).locator('tbody').first()
    await page.goto((await row.getByRole('link').first().getAttribute('href'))!)
    await expect(page.getByRole('list', { name: words('messages')('verdicts'), exact: true })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('a page that is not there', async () => {
    await page.goto('/t/nobody-here/messages')
    await expectAccessible(page)
  })
})
