import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { apiClient } from '@/lib/testing/api/client'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const run = promisify(execFile)

/** What the shell makes of a command that a page shows: its status and its body. */
async function asShown(command: string): Promise<{ status: number; body: string }> {
  const { stdout } = await run('sh', ['-c', `${command} -sS -w '\\n%{http_code}'`])
  const at = stdout.trimEnd().lastIndexOf('\n')
  return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) }
}

test('a key is made for one thing, used by the command shown, tried in the docs, renamed and revoked', async ({ page, browser, baseURL }) => {
  test.slow()
  const t = words('keys')
  const d = words('docs')
  const { slug } = local().tenant
  const name = `robot ${randomBytes(4).toString('hex')}`
  await page.goto(`/t/${slug}/api-keys`)
  await expect(page.getByRole('heading', { level: 1, name: t('title') })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: t('add') }).click()
  await page.getByRole('button', { name: t('make') }).click()
  await expect(page.getByText(t('problem.name'))).toBeVisible()
  await page.getByLabel(t('name'), { exact: true }).fill(name)
  await page.getByRole('radio', { name: t('preset.chosen') }).check()
  await page.getByRole('button', { name: t('make') }).click()
  await expect(page.getByText(t('problem.scopes'))).toBeVisible()
  await expect(page.getByLabel(t('name'), { exact: true })).toHaveValue(name)
  await page.getByRole('checkbox', { name: 'message.read' }).check()
  await page.getByLabel(t('expiry'), { exact: true }).selectOption('30')
  await expectAccessible(page)
  await page.getByRole('button', { name: t('make') }).click()

  await expect(page.getByRole('heading', { name: t('made') })).toBeVisible()
  const key = (await page.getByRole('group', { name: t('madeKey', { name }) }).locator('code').textContent()) ?? ''
  const command = (await page.getByRole('group', { name: t('command') }).textContent()) ?? ''
  expect(command).toContain(key)
  await expectAccessible(page)
  const first = await asShown(command)
  expect([first.status, Object.keys(JSON.parse(first.body) as object)]).toEqual([200, ['data', 'nextCursor']])
  const refused = await asShown(command.replace('/messages?limit=1', '/domains'))
  expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('domain.read')])

  // Shown once: neither the list nor the key's own page has it.
  await page.getByRole('link', { name: t('done') }).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('message.read', { exact: true })).toBeVisible()
  expect(await page.content()).not.toContain(key)
  await expect(page.getByText(t('never'))).toBeHidden()
  await expectAccessible(page)
  const newName = `${name}, renamed`
  await page.getByLabel(t('name'), { exact: true }).fill(newName)
  await page.getByRole('button', { name: t('rename') }).click()
  await expect(page.getByRole('heading', { level: 1, name: newName })).toBeVisible()
  const keyPage = page.url()

  await test.step('the docs: found, read, tried with the key', async () => {
    await page.goto(`/t/${slug}/docs`)
    await expectAccessible(page)
    await page.getByRole('searchbox', { name: d('search') }).fill('log newest')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '/api/v1/messages', exact: false }).first().click()
    await expect(page).toHaveURL(new RegExp(`/t/${slug}/docs/getMessages$`))
    await expectAccessible(page)
    await page.getByLabel(d('yourKey')).fill(key)
    await page.getByLabel('limit').fill('1')
    await page.getByRole('button', { name: d('sendIt', { method: 'GET' }) }).click()
    await expect(page.getByRole('group', { name: d('answerBody') })).toContainText('"nextCursor"')
    await expect(page.getByRole('group', { name: d('headers') })).toContainText('ratelimit-policy')
    await expectAccessible(page)
    await page.goto(`/t/${slug}/docs/putRuleSetDraft`)
    await expect(page.getByLabel(d('yourKey'))).toHaveValue('')
    await expectAccessible(page)
    expect((await page.goto(`/t/${slug}/docs/getOperatorPlans`))?.status()).toBe(404)
  })

  await page.goto(keyPage)
  await page.getByRole('button', { name: t('revoke') }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: t('revoke') }).click()
  await expect(page.getByText(t('revoked'))).toBeVisible()
  expect((await asShown(command)).status).toBe(401)
  const { data } = await apiClient(local().consoleUrl, local().tenant.apiKey).GET('/api/v1/api-keys')
  expect(data?.data.find((k) => k.name === newName)).toMatchObject({ scopes: ['message.read'], role: 'viewer', revokedAt: expect.any(String) })

  await test.step('without script: made and shown', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState(), ...(baseURL && { baseURL }) })
    const still = await plain.newPage()
    await still.goto(`/t/${slug}/api-keys/new`)
    await still.getByRole('textbox').first().fill(`${name} plain`)
    await still.getByRole('button', { name: t('make') }).click()
    const shown = (await still.locator('pre').textContent()) ?? ''
    expect((await asShown(shown)).status).toBe(200)
    await plain.close()
  })
})
