import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { sendMail, sendRaw } from '@/e2e/mail/send'
import { expectAccessible } from './accessible'
import { local } from './local'
import { openMessage } from './log-in'
import { words } from './words'

const mail = (subject: string) =>
  Buffer.from(
    [
      'From: Shop <shop@sender.example>', `To: hello@${local().tenant.domain}`, `Subject: ${subject}`, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=m', '',
      '--m', 'Content-Type: multipart/alternative; boundary=a', '',
      '--a', 'Content-Type: text/plain', '', 'Good morning.', '> one', '> two', '> three', 'Bye.',
      '--a', 'Content-Type: text/html', '', '<p>Good <b>morning</b> <a href="https://evil.example/">https://bank.example/</a><img src="https://beacon.hostile.example/p.gif"></p>', '--a--',
      '--m', 'Content-Type: application/pdf', 'Content-Disposition: attachment; filename="invoice.pdf"', '', 'not really a PDF', '--m--', '',
    ].join('\r\n'),
  )

const tab = async (page: Page, name: string) => {
  await page.getByRole('navigation', { name: words('message')('tabs.label') }).getByRole('link', { name: words('message')(`tabs.${name}`) }).click()
  await expect(page).toHaveURL(name === 'timeline' ? /messages\/[0-9a-f-]+$/ : new RegExp(`tab=${name}`))
}

test('a message is read by its tabs, and each is an address', async ({ page }) => {
  const t = words('message')
  const subject = `Invoice ${randomBytes(5).toString('hex')}`
  await sendRaw('shop@sender.example', `hello@${local().tenant.domain}`, mail(subject))
  await openMessage(page, subject)
  const main = page.getByRole('main')
  await expect(main.getByText(t('event.received'))).toBeVisible()
  await expect(main.getByText(t('content.quoted', { n: 3 }))).toBeVisible()
  await expect(main.getByText('> two')).toBeHidden()
  await expectAccessible(page)

  await tab(page, 'authentication')
  await expect(main.getByText(t('auth.source', { id: 'amazonses.com' }))).toBeVisible()
  await expectAccessible(page)

  await tab(page, 'headers')
  await main.getByLabel(t('headers.filter')).fill(subject)
  await main.getByRole('button', { name: t('headers.apply') }).click()
  await expect(page).toHaveURL(/field=Invoice/)
  await expect(main.locator('dl dt')).toHaveText(['Subject'])
  await expectAccessible(page)

  await tab(page, 'files')
  const download = page.waitForEvent('download')
  await main.getByRole('link', { name: t('files.getNamed', { name: 'invoice.pdf' }) }).click()
  expect((await download).suggestedFilename()).toBe('invoice.pdf')
  await expectAccessible(page)

  await tab(page, 'content')
  await main.getByRole('link', { name: 'HTML' }).click()
  await expect(page.frameLocator('iframe').getByText('morning')).toBeVisible()
  await expect(main.getByText(t('content.deceptive', { shown: 'bank.example', real: 'evil.example' }))).toBeVisible()
  await main.getByRole('link', { name: t('content.showOnce') }).click()
  await expect(main.getByText(t('content.shownOnce'))).toBeVisible()
  await tab(page, 'raw')
  await expect(main.getByText('boundary=m')).toBeVisible()
})

test('h and l walk the log', async ({ page, isMobile }) => {
  test.skip(isMobile, 'A phone has no keys.')
  await page.goto(`/t/${local().tenant.slug}/messages`)
  const links = page.locator('main a[href*="/messages/"]')
  const hrefs = [...new Set(await links.evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname)))].filter((p) => /[0-9a-f-]{36}$/.test(p))
  await page.goto(hrefs[1]!)
  await expect(page.getByRole('navigation', { name: words('message')('neighbours') })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('l')
  await expect(page).toHaveURL(hrefs[2]!)
  await page.keyboard.press('h')
  await expect(page).toHaveURL(hrefs[1]!)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`/t/${local().tenant.slug}/messages`)
})

test('r releases a quarantined message, and Undo takes that back', async ({ page, isMobile }) => {
  const [t, m] = [words('messages'), words('message')]
  const subject = `Held ${randomBytes(4).toString('hex')}: bank details`
  await sendMail({ subject, text: 'Our new account.' })
  await openMessage(page, subject)
  const main = page.getByRole('main')
  await expect(main.getByText(t('disposition.quarantined'), { exact: true }).first()).toBeVisible()
  const release = main.getByRole('button', { name: m('release.act') })
  if (isMobile) await release.click()
  else await page.keyboard.press('r')
  await main.getByRole('button', { name: m('release.undo') }).click()
  await expect(release).toBeVisible()
  await release.click()
  await expect(main.getByText(t('disposition.kept'), { exact: true }).first()).toBeVisible({ timeout: 30_000 })
})
