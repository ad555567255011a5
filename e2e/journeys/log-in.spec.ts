import { expect, test } from '@playwright/test'
import { local } from './local'
import { openLog, tryLogIn } from './log-in'
import { openMenu } from './menu'
import { words } from './words'

test('a wrong password is said, the right one leads on to where the reader wanted to be', async ({ page }) => {
  const { slug } = local().tenant
  await page.goto(`/t/${slug}/messages?spam=FAIL`)
  await expect(page).toHaveURL(/\/login\?callbackUrl=/)
  await tryLogIn(page, 'not the password at all')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(words('auth')('wrong'))
  await expect(page.getByLabel(words('auth')('email'))).toHaveValue(local().tenant.email)
  await tryLogIn(page)
  await expect(page).toHaveURL(`/t/${slug}/messages?spam=FAIL`)
})

test('what is missing is said at the field and in a summary', async ({ page }) => {
  const t = words('auth')
  await page.goto('/login')
  await page.getByRole('button', { name: t('submit') }).click()
  const summary = page.getByRole('main').getByRole('alert')
  await expect(summary).toContainText(t('summary', { count: 2 }))
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: t('passwordMissing') }).click()
  await expect(page.getByLabel(t('password'))).toBeFocused()
})

test('logging out ends the session', async ({ page }) => {
  await page.goto('/login')
  await tryLogIn(page)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await openLog(page)
  await openMenu(page)
  await page.getByRole('button', { name: words('console')('signOut') }).filter({ visible: true }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto(`/t/${local().tenant.slug}/messages`)
  await expect(page).toHaveURL(/\/login/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('logging in, filtering and the language work', async ({ page }) => {
    const t = words('messages')
    await page.goto(`/t/${local().tenant.slug}/messages`)
    await tryLogIn(page, 'not the password at all')
    await expect(page.getByRole('main').getByRole('alert')).toContainText(words('auth')('wrong'))
    await tryLogIn(page)
    const log = page.getByRole('table', { name: t('table') })
    await expect(log).toBeVisible()
    await page.getByText(t('moreFilters')).click()
    await page.getByLabel(t('spam'), { exact: true }).selectOption('FAIL')
    await page.getByRole('button', { name: t('apply') }).click()
    await expect(page).toHaveURL(/messages\?spam=FAIL$/)
    await expect(log.locator('tbody')).not.toHaveCount(0)
    const before = await page.locator('html').getAttribute('lang')
    await openMenu(page)
    await page.getByRole('form', { name: words('console')('language') }).getByRole('button').filter({ visible: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', before === 'ja' ? 'en' : 'ja')
    await expect(page).toHaveURL(/messages\?spam=FAIL$/)
  })
})
