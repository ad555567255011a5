import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { Api } from '@/prisma/demo/api'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const putDns = async (name: string, type: string, values: string[]) => {
  const answer = await fetch(`${local().awsEndpoint}/_local/dns`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, type, values }) })
  expect(answer.status).toBe(200)
}

test('a domain is added, proved record by record while its page looks on, explained where it is wrong, given a MAIL FROM, and removed', async ({ page, browser, baseURL }) => {
  test.slow()
  const t = words('domains')
  const { slug, apiKey } = local().tenant
  const name = `e2e-${randomBytes(5).toString('hex')}.test`
  await page.goto(`/t/${slug}/domains`)
  await expect(page.getByRole('heading', { level: 1, name: t('title') })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: t('add') }).click()
  await page.getByLabel(t('name'), { exact: true }).fill('http://no')
  await page.getByRole('main').getByRole('button', { name: t('add') }).click()
  await expect(page.getByText(t('problem.name'))).toBeVisible()
  await expect(page.getByLabel(t('name'), { exact: true })).toHaveValue('http://no')
  await expectAccessible(page)
  await page.getByLabel(t('name'), { exact: true }).fill(name.toUpperCase())
  await page.getByRole('main').getByRole('button', { name: t('add') }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  const record = (purpose: string) => page.getByRole('listitem', { name: t(`purpose.${purpose}`), exact: true })
  await expect(record('mx').getByText(t('mark.missing'))).toBeVisible()
  await expectAccessible(page)

  const domain = await new Api(local().consoleUrl, apiKey).call<{ records: { purpose: string; name: string; type: string; value: string }[] }>('GET', `/domains/${id}`)
  const put = async (purpose: string, values?: string[]) => {
    const needed = domain.records.find((r) => r.purpose === purpose)
    await putDns(needed?.name ?? '', needed?.type ?? '', values ?? [needed?.value ?? ''])
  }
  await put('mx', ['10 mx.old.test'])
  // Nobody reloads: the page asks for the look itself.
  await expect(record('mx').getByText(t('whyIs.mxElsewhere', { found: 'mx.old.test' }))).toBeVisible({ timeout: 25_000 })
  for (const purpose of ['ownership', 'dkim1', 'dkim2', 'dkim3', 'spf', 'dmarc']) await put(purpose)
  await page.getByRole('button', { name: t('check') }).click()
  await expect(page.getByText(t('status.verified'))).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(t('receiving.elsewhere'))).toBeVisible()
  await put('mx')
  await expect(page.getByText(t('receiving.receives'))).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(t('sending.ready'))).toBeVisible()

  await page.getByRole('link', { name: t('send') }).click()
  await expect(page.getByRole('group', { name: t('shareTitle', { name }) })).toContainText(`_postroom.${name}`)
  await expectAccessible(page)
  const zone = await page.request.get(`/t/${slug}/domains/${id}/zone`)
  expect(await zone.text()).toContain(`_postroom.${name}. IN TXT "pr=`)

  await page.goto(`/t/${slug}/domains/${id}`)
  const mailFrom = page.getByRole('region', { name: t('mailFrom.title'), exact: true })
  const label = mailFrom.getByLabel(t('mailFrom.label', { name }))
  await label.fill('no name')
  await mailFrom.getByRole('button', { name: t('mailFrom.set') }).click()
  await expect(mailFrom.getByText(t('mailFrom.problem.name'))).toBeVisible()
  await expect(label).toHaveValue('no name')
  await label.fill('bounce')
  await mailFrom.getByLabel(t('mailFrom.reject')).check()
  await mailFrom.getByRole('button', { name: t('mailFrom.set') }).click()
  // Set by the worker; the page hears of it. SES sends nothing before its records stand, as was chosen.
  await expect(mailFrom.getByText(t('mailFrom.state.pending'))).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(t('sending.broken'))).toBeVisible()
  await expect(record('mailFromMx').getByText(t('mark.missing'))).toBeVisible()
  await expectAccessible(page)
  await putDns(`bounce.${name}`, 'MX', ['10 feedback-smtp.us-east-1.amazonses.com'])
  await putDns(`bounce.${name}`, 'TXT', ['v=spf1 include:amazonses.com ~all'])
  await page.getByRole('button', { name: t('check') }).click()
  await expect(mailFrom.getByText(t('mailFrom.state.verified'))).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(t('sending.ready'))).toBeVisible()
  await mailFrom.getByRole('button', { name: t('mailFrom.off') }).click()
  await expect(mailFrom.getByText(t('mailFrom.none'), { exact: true })).toBeVisible({ timeout: 20_000 })
  await expect(record('mailFromMx')).toHaveCount(0)

  // Without script the same button leads to a page that asks.
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState(), ...(baseURL ? { baseURL } : {}), locale: test.info().project.use.locale ?? 'en-US' })
  const bare = await plain.newPage()
  await bare.goto(`/t/${slug}/domains/${id}`)
  await bare.getByRole('button', { name: t('remove') }).click()
  await expect(bare.getByRole('heading', { level: 1, name: t('removeTitle', { name }) })).toBeVisible()
  await bare.locator('input[name=confirm]').fill('another.test')
  await bare.getByRole('button', { name: t('remove') }).click()
  await expect(bare.getByText(t('typed', { name }))).toBeVisible()
  await plain.close()

  await page.goto(`/t/${slug}/domains/${id}/remove`)
  await expectAccessible(page)
  await page.goto(`/t/${slug}/domains/${id}`)
  await page.getByRole('button', { name: t('remove') }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: t('remove') }).click()
  await expect(page).toHaveURL(`/t/${slug}/domains`)
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  for (const r of [...domain.records, { name: `bounce.${name}`, type: 'MX' }, { name: `bounce.${name}`, type: 'TXT' }]) await putDns(r.name, r.type, [])
  expect((await page.goto(`/t/${slug}/domains/${id}`))?.status()).toBe(404)
})
