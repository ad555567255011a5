import { expect, type Page } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { expectAccessible } from './accessible'
import { local } from './local'
import { openLog } from './log-in'
import { openMenu } from './menu'
import { words } from './words'

const base = () => `/t/${local().tenant.slug}`
const wide = (page: Page) => (page.viewportSize()?.width ?? 0) >= 768
const preference = (page: Page, group: string, choice: string) =>
  page.getByRole('group', { name: words('console')(`prefs.${group}`) }).getByRole('button', { name: words('console')(`prefs.${choice}`) }).filter({ visible: true })

test('each page of the navigation is there, and says that it is the current one', async ({ page }) => {
  const t = words('console')
  await openLog(page)
  for (const noun of ['today', 'domains', 'messages']) {
    const link = page.getByRole('navigation').getByRole('link', { name: t(`nav.${noun}`), exact: true }).filter({ visible: true })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('keys go to pages, but not while one types, nor when they are switched off', async ({ page }) => {
  test.skip(!wide(page), 'a phone has no keyboard')
  await openLog(page)
  // The first key waits until the page listens.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page).toHaveURL(`${base()}/domains`, { timeout: 5000 })
  }).toPass()
  await openLog(page)
  await page.getByRole('searchbox').or(page.locator('input[name=q]')).first().focus()
  await page.keyboard.type('gd')
  await expect(page).toHaveURL(`${base()}/messages`)
  await openLog(page)
  await openMenu(page)
  await preference(page, 'keys', 'off').click()
  await expect(page.locator('html')).toHaveAttribute('data-keys', 'off')
  await openLog(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the palette lands on what is pasted', async ({ page }) => {
  test.skip(!wide(page), 'a phone has no keyboard')
  const t = words('console')
  await openLog(page)
  const box = page.getByRole('combobox', { name: t('palette.title') })
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(box).toBeFocused({ timeout: 1000 })
  }).toPass()
  await expectAccessible(page)
  await box.fill(local().tenant.domain)
  await expect(page.getByRole('option', { name: t('palette.domain', { text: local().tenant.domain }) })).toBeVisible()
  const address = `sales@${local().tenant.domain}`
  await box.fill(address)
  await page.getByRole('option', { name: t('palette.address', { text: address }) }).click()
  await expect(page).toHaveURL(`${base()}/messages?recipient=${encodeURIComponent(address)}`)
})

test('all keys are told by ?', async ({ page }) => {
  test.skip(!wide(page), 'a phone has no keyboard')
  await openLog(page)
  const help = page.getByRole('dialog', { name: words('console')('keys.title') })
  await expect(async () => {
    await page.keyboard.press('Shift+?')
    await expect(help).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('theme and row height are kept, and the menu is accessible', async ({ page }) => {
  await openLog(page)
  await openMenu(page)
  await expectAccessible(page)
  await preference(page, 'theme', 'dark').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await openLog(page)
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(14, 17, 22)')
})

test('a page runs scripts of its own nonce alone, and asks no other host', async ({ page }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? local().consoleUrl : page.url()).origin) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const answer = await page.goto(`${base()}/messages`)
  const policy = (await answer!.allHeaders())['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  test.skip(!nonce, 'the development server has no nonce')
  expect(await page.locator('script').evaluateAll((all, n) => all.filter((s) => (s as HTMLScriptElement).nonce !== n).map((s) => s.outerHTML.slice(0, 200)), nonce)).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "yes"'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.documentElement.dataset.ran=\'yes\'">')
  })
  await page.goto(`${base()}/messages`)
  expect(await page.locator('html').getAttribute('data-ran')).toBeNull()
  expect(foreign).toEqual([])
  // The two that this test put in, and no third.
  expect(complaints.filter((text) => !/inline (script|event handler)|404|Content Security Policy/i.test(text))).toEqual([])
})
