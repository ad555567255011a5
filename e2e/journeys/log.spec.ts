import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { arrived } from '@/e2e/mail/arrived'
import { sendMail } from '@/e2e/mail/send'
import { Api } from '@/prisma/demo/api'
import { local } from './local'
import { openLog, openMessage } from './log-in'
import { words } from './words'

test('a mail that a stranger sends stands in the log within 5 s, with its verdicts and why', async ({ page }) => {
  const t = words('messages')
  const subject = `Journey ${randomBytes(6).toString('hex')}`
  const to = await sendMail({ subject, text: 'Plain text of the journey.' })
  const sent = Date.now()
  await arrived(new Api(local().consoleUrl, local().tenant.apiKey), subject)
  expect(Date.now() - sent).toBeLessThan(5_000)
  await openMessage(page, subject)
  const main = page.getByRole('main')
  await expect(main.getByText(t('disposition.kept'), { exact: true }).first()).toBeVisible()
  await expect(main.getByText(to).first()).toBeVisible()
  const verdicts = main.getByRole('list', { name: t('verdicts'), exact: true })
  await expect(verdicts.getByRole('listitem')).toHaveCount(5)
  await expect(verdicts).toContainText(t('verdictIs', { name: t('verdict.virus'), word: t('word.virus.PASS') }))
  await expect(main.getByRole('list', { name: t('page.timelineHint') }).getByRole('listitem')).not.toHaveCount(0)
  await expect(main.getByText('Plain text of the journey.')).toBeVisible()

  const download = page.waitForEvent('download')
  await main.getByRole('link', { name: t('page.raw') }).click()
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.eml$/)
})

test('filters stand in the address, are shown, and go one by one', async ({ page }) => {
  const t = words('messages')
  await openLog(page)
  await page.getByText(t('moreFilters')).click()
  await page.getByLabel(t('outcome'), { exact: true }).selectOption('quarantined')
  await page.getByRole('button', { name: t('apply') }).click()
  await expect(page).toHaveURL(/messages\?disposition=quarantined$/)
  const rows = page.getByRole('table').locator('tbody')
  await expect(rows).not.toHaveCount(0)
  await expect(rows.filter({ hasNotText: t('disposition.quarantined') })).toHaveCount(0)
  await expect(rows.filter({ hasNot: page.locator('tr + tr') })).toHaveCount(0)
  const filter = { name: t('outcome'), value: t('disposition.quarantined') }
  await page.getByRole('link', { name: t('remove', filter) }).click()
  await expect(page).toHaveURL(/messages$/)
})

test('a filter that means nothing filters nothing and says so', async ({ page }) => {
  const t = words('messages')
  await openLog(page, '?spam=MAYBE')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(t('badChoice', { name: t('spam'), value: 'MAYBE' }))
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('a tenant of others, a message that is not there and no tenant at all are the same 404', async ({ page }) => {
  const { slug } = local().tenant
  await openLog(page)
  for (const path of ['/t/nobody-here/messages', `/t/${slug}/messages/01234567-89ab-7def-8123-456789abcdef`, `/t/${slug}/messages/none`]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
  }
  const raw = await page.request.get(`/t/${slug}/messages/01234567-89ab-7def-8123-456789abcdef/raw`)
  expect(raw.status()).toBe(404)
})

test('a mail that nothing decided on is one line: only a reason takes a second', async ({ page }) => {
  const subject = `Quiet ${randomBytes(6).toString('hex')}`
  await sendMail({ subject, text: 'Nothing to see.' })
  await arrived(new Api(local().consoleUrl, local().tenant.apiKey), subject)
  await openLog(page)
  await expect(page.getByRole('table').locator('tbody').filter({ hasText: subject }).locator('tr')).toHaveCount(1)
})

test('the log is walked by keyboard alone, and a release is taken back', async ({ page }) => {
  const l = words('log')
  await openLog(page, '?disposition=quarantined&virus=PASS')
  await expect(page.getByRole('button', { name: l('live'), exact: true })).toHaveAttribute('title', l('liveState.live'))
  await page.keyboard.press('/')
  await expect(page.locator('input[name=q]')).toBeFocused()
  await page.locator('input[name=q]').blur()
  await page.keyboard.press('j')
  const rows = page.locator('[data-row]')
  await expect(rows.first().locator('a[data-open]')).toBeFocused()
  await page.keyboard.press('x')
  await expect(rows.first().getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('r')
  await expect(page.getByText(l('released', { count: 1 })).first()).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText(l('undone', { count: 1 }))).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/messages\/[0-9a-f-]{36}/)
})

test('new mail waits in a pill, and nothing moves until it is pressed', async ({ page }) => {
  const l = words('log')
  await openLog(page)
  await expect(page.getByRole('button', { name: l('live'), exact: true })).toHaveAttribute('title', l('liveState.live'))
  const first = await page.locator('[data-row]').first().getAttribute('data-row')
  const subject = `Pill ${randomBytes(6).toString('hex')}`
  await sendMail({ subject, text: 'Waits.' })
  const pill = page.locator('[data-news]')
  await expect(pill).toBeVisible()
  await expect(page.locator('[data-row]').first()).toHaveAttribute('data-row', first!)
  await pill.click()
  await expect(page.locator('[data-row]').filter({ hasText: subject })).toBeVisible()
})

test('the chart’s table leads to its day', async ({ page }) => {
  const l = words('log')
  await openLog(page)
  await page.getByRole('button', { name: new RegExp(l('volume.day').replace(/[()]/g, '.')) }).click()
  await page.getByRole('region', { name: l('volume.day') }).getByRole('link').last().click()
  await expect(page).toHaveURL(/since=.*until=/)
  await expect(page.locator('[data-row]')).not.toHaveCount(0)
})
