import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { expect } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { test } from '@/e2e/access/signed-in'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

/** The copy must allow webhooks to this port of 127.0.0.1 (POSTROOM_WEBHOOK_ALLOW); `npm test` starts it so. */
const port = Number(process.env['E2E_HOOK_PORT'] ?? 0)

test('a webhook is made, tested, fails with its answer in the log, is redelivered, gets a new secret, and goes', async ({ page }) => {
  test.skip(port === 0, 'E2E_HOOK_PORT is not set: the copy allows no webhook to this machine')
  test.slow()
  const t = words('webhooks')
  const { slug } = local().tenant
  const taken: { headers: IncomingHttpHeaders; body: string }[] = []
  let status = 500
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      taken.push({ headers: request.headers, body })
      response.writeHead(status).end(status === 500 ? 'the shop is closed' : '')
    })
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  try {
    await page.goto(`/t/${slug}/webhooks`)
    await expect(page.getByRole('heading', { level: 1, name: t('title') })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: t('add') }).first().click()
    // A private address is refused where it is typed, and the input stays.
    await page.getByLabel(t('url')).fill('https://169.254.169.254/latest')
    await page.getByRole('button', { name: t('make') }).click()
    await expect(page.getByText(t('urlProblem.private'))).toBeVisible()
    await expect(page.getByLabel(t('url'))).toHaveValue('https://169.254.169.254/latest')
    await expectAccessible(page)
    const url = `http://127.0.0.1:${port}/hooks`
    await page.getByLabel(t('url')).fill(url)
    // Mail of other tests comes to the same tenant: only what this one asks for is to arrive.
    await page.getByRole('checkbox', { name: 'domain.lost' }).check()
    await page.getByRole('checkbox', { name: 'message.received' }).uncheck()
    await page.getByRole('button', { name: t('make') }).click()
    const secret = (await page.getByRole('group', { name: t('madeSecret') }).locator('code').textContent()) ?? ''
    expect(secret).toMatch(/^whsec_/)
    await expectAccessible(page)
    await page.getByRole('link', { name: t('next') }).click()
    await expect(page.getByRole('heading', { level: 1, name: url })).toBeVisible()
    await expect(page.getByText(secret)).toHaveCount(0)

    await page.getByRole('button', { name: t('test') }).first().click()
    // Nobody reloads: the page hears of the answer.
    const row = page.getByRole('row').filter({ hasText: t('attempt.failed') }).first()
    await expect(row).toContainText('500', { timeout: 20_000 })
    expect(new Webhook(secret).verify(taken[0]!.body, taken[0]!.headers as Record<string, string>)).toMatchObject({ type: 'webhook.test' })
    await expectAccessible(page)
    await row.getByRole('link').click()
    await expect(page.getByText('the shop is closed')).toBeVisible()
    await expect(page.getByText(t('problem.status', { status: 500 }))).toBeVisible()
    await expectAccessible(page)

    status = 204
    const before = taken.length
    await page.getByRole('button', { name: new RegExp(`^(${t('redeliver')}|${t('redeliverNow')})$`) }).click()
    await expect(page.getByText(t('redelivered'))).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: t('attempt.succeeded') }).first()).toContainText('204', { timeout: 20_000 })
    expect(taken.length).toBeGreaterThan(before)
    expect(new Set(taken.map((c) => c.headers['webhook-id'])).size).toBe(1)

    await page.getByRole('link', { name: t('rotate') }).click()
    await page.getByRole('button', { name: t('rotateDo') }).click()
    const next = (await page.getByRole('group', { name: t('rotated') }).locator('code').textContent()) ?? ''
    expect(next).not.toBe(secret)
    await page.getByRole('link', { name: t('next') }).click()
    const calls = taken.length
    await page.getByRole('button', { name: t('test') }).first().click()
    await expect.poll(() => taken.length, { timeout: 20_000 }).toBeGreaterThan(calls)
    for (const s of [secret, next]) expect(new Webhook(s).verify(taken.at(-1)!.body, taken.at(-1)!.headers as Record<string, string>)).toBeTruthy()

    await page.getByRole('button', { name: t('remove'), exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: t('remove') }).click()
    await expect(page.getByText(t('removed'))).toBeVisible()
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
