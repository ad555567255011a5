import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { local } from './local'
import { openLog, tryLogIn } from './log-in'
import { words } from './words'

// Run in both colour schemes, languages and widths: see the projects in playwright.config.ts.
test('log-in, log and message pages are accessible', async ({ page }) => {
  // Seven runs of axe over tables of fifty rows.
  test.setTimeout(240_000)
  await page.goto('/login')
  await expectAccessible(page)
  await tryLogIn(page, 'not the password at all')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expectAccessible(page)

  await openLog(page)
  await expectAccessible(page)
  const first = page.getByRole('table').locator('tbody').first().getByRole('link').first()
  const message = await first.getAttribute('href')
  await page.goto(`/t/${local().tenant.slug}/messages?disposition=quarantined&since=2020-01-01T00:00&zone=Asia/Tokyo`)
  await expect(page.getByRole('list', { name: words('messages')('activeFilters') })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/t/${local().tenant.slug}/messages?from=nobody.invalid`)
  await expectAccessible(page)
  await page.goto(message!)
  await expectAccessible(page)
  await page.goto('/t/nobody-here/messages')
  await expectAccessible(page)
})

test('speaks the reader’s language and shows times in the browser’s zone', async ({ page }) => {
  const locale = test.info().project.use.locale?.slice(0, 2)
  await page.goto('/login')
  await expect(page.locator('html')).toHaveAttribute('lang', locale!)
  await expect.poll(async () => (await page.context().cookies()).some((c) => c.name === 'postroom-zone')).toBe(true)
  await openLog(page)
  await expect(page.locator('th').first()).toHaveText(words('messages')('timeIn', { zone: 'JST' }))
})
