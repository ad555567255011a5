import { randomBytes } from 'node:crypto'
import { expect, type Browser, type Page } from '@playwright/test'
import { operator, test as owner } from '@/e2e/access/signed-in'
import { Api, until } from '@/prisma/demo/api'
import { expectAccessible } from './accessible'
import { local } from './local'
import { Receiving } from './receiving'
import { words } from './words'

const pages = { '/operator': 'health.title', '/operator/sync': 'sync.title', '/operator/tenants': 'tenants.title', '/operator/jobs': 'jobs.title' } as const
const fast = 50

operator('an operator reads health, sync, tenants and jobs, and axe finds nothing', async ({ page }) => {
  const t = words('operator')
  for (const [path, title] of Object.entries(pages)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: t(title), exact: true })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto(`/operator/tenants?q=${local().tenant.slug}`)
  await expect(page.getByRole('table')).toContainText(local().tenant.slug)
})

operator('an operator asks what SES has now, and comes to the plan that says so; Sync says since when it is known', async ({ page }) => {
  const t = words('operator')
  await page.goto('/operator/sync')
  await page.getByRole('button', { name: t('sync.check') }).click()
  await expect(page).toHaveURL(/\/operator\/sync\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 2, name: t('plan.steps') })).toBeVisible()
  await expect(page.getByText(t('reason.operator'))).toBeVisible()
  await expectAccessible(page)
  await page.goto('/operator/sync')
  await expect(page.getByRole('definition').filter({ hasText: t('now.asPlanned') })).toHaveCount(1)
  await expect(page.getByRole('table', { name: t('sets.title') }).getByText(t('sets.active'), { exact: true })).toHaveCount(1)
})

const atDesktop = 'What changes here is SES, for all projects alike: once is enough.'
const chip = (page: Page, status: string) => page.getByRole('main').getByText(words('operator')(`status.${status}`), { exact: true })
const noScript = async (browser: Browser, page: Page) => {
  const { locale } = operator.info().project.use
  const context = await browser.newContext({ baseURL: local().consoleUrl, storageState: await page.context().storageState(), javaScriptEnabled: false, ...(locale ? { locale } : {}) })
  return context.newPage()
}

operator.describe('a plan', () => {
  let receiving: Receiving
  operator.beforeAll(() => {
    receiving = new Receiving()
  })
  operator.afterAll(async () => {
    await receiving.pace(fast)
    await receiving.settle()
    await receiving.close()
  })

  operator('waits for an operator, is read, applied while its page looks on; the next is empty. Another is cancelled before the switch', async ({ page, isMobile }) => {
    operator.skip(isMobile, atDesktop)
    operator.slow()
    const t = words('operator')
    const domain = `plan-${randomBytes(4).toString('hex')}.example`
    const api = new Api(local().consoleUrl, local().operator.apiKey)
    const set = await receiving.foreignSet()
    await page.goto('/operator/sync')
    await page.waitForLoadState('networkidle')
    const remove = await receiving.proveDomain(domain)
    const planned = async () => (await api.call<{ data: { id: string; status: string; steps: object[] }[] }>('GET', '/operator/plans')).data.find((p) => p.status === 'waiting' && JSON.stringify(p.steps).includes(domain))?.id
    const id = await until('A plan for the new domain', 20_000, planned)
    // Nobody reloads: the plan comes to the page by itself.
    const waiting = page.getByRole('listitem').filter({ has: page.locator(`a[href="/operator/sync/${id}"]`) })
    await expect(waiting).toContainText(t('status.waiting'))
    await expect(page.getByRole('definition').filter({ hasText: t('now.foreign', { n: 3 }) })).toHaveCount(1)
    await waiting.getByRole('link').first().click()
    await expect(page.getByText(t('note.foreignSet', { set, n: 1 }))).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: domain }).first()).toBeVisible()
    await expectAccessible(page)
    const json = await page.request.get(`${page.url()}/json`)
    expect(json.headers()['content-disposition']).toMatch(/^attachment; filename="plan-.*\.json"$/)
    expect(await json.json()).toMatchObject({ status: 'waiting', basis: { active: { name: set } }, steps: [{ call: 'CloneReceiptRuleSet' }, {}, { call: 'SetActiveReceiptRuleSet' }] })

    await receiving.pace(2)
    const apply = async () => {
      await page.getByRole('button', { name: new RegExp(t('acts.apply', { n: 3, seconds: 0 }).replace('0', '\\d+')) }).click()
      const dialog = page.getByRole('alertdialog')
      await expect(dialog).toContainText(t('acts.applyDeletes', { n: 0 }))
      await dialog.getByRole('button', { name: t('acts.applyNow') }).click()
    }
    await apply()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect(page.getByText(t('phase.over')).first()).toBeAttached()
    await expect(chip(page, 'applied')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('button', { name: t('acts.cancel') })).toHaveCount(0)
    await expectAccessible(page)
    expect(await receiving.recipients()).toEqual(expect.arrayContaining([domain, `${set}.example`]))
    await receiving.pace(fast)
    await page.goto('/operator/sync')
    await expect(page.getByRole('definition').filter({ hasText: t('now.asPlanned') })).toHaveCount(1)
    await page.getByRole('button', { name: t('sync.check') }).click()
    await expect(page.getByRole('region', { name: t('plan.steps') })).toContainText(t('sync.nothing'))

    const second = await receiving.foreignSet()
    await page.goto('/operator/sync')
    await page.getByRole('button', { name: t('sync.check') }).click()
    await expect(chip(page, 'waiting')).toBeVisible()
    await receiving.pace(1)
    await apply()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await page.getByRole('button', { name: t('acts.cancel') }).click()
    await expect(chip(page, 'cancelled')).toBeVisible()
    await expectAccessible(page)
    expect(await receiving.active()).toBe(second)
    await receiving.pace(fast)
    await remove()
  })

  operator('of more than 200 calls is summed up first, then read page by page', async ({ page }) => {
    const t = words('operator')
    await page.goto(`/operator/sync/${await receiving.longPlan(250)}`)
    const summary = page.getByRole('table', { name: t('steps.summary', { n: 250 }) })
    await expect(summary.getByRole('row', { name: `${t('steps.kind.CreateReceiptRule')} 248` })).toBeVisible()
    const steps = page.getByRole('region', { name: t('plan.steps') })
    await expect(steps.getByText(t('steps.CreateReceiptRule', { rule: 'rule-200', place: 'front', after: '' }))).toBeVisible()
    await expect(steps).toContainText(t('plan.span', { from: 1, to: 200, n: 250 }))
    await steps.getByRole('link', { name: words('ui')('older') }).click()
    await expect(steps).toContainText(t('plan.span', { from: 201, to: 250, n: 250 }))
    await expect(steps.getByText(t('steps.CreateReceiptRule', { rule: 'rule-201', place: 'front', after: '' }))).toBeVisible()
    await expectAccessible(page)
  })

  operator('is asked for, called off and applied without script, and a refusal is said', async ({ page, browser, isMobile }) => {
    operator.skip(isMobile, atDesktop)
    const t = words('operator')
    const plain = await noScript(browser, page)
    const check = async () => {
      await plain.goto('/operator/sync')
      await plain.getByRole('button', { name: t('sync.check') }).click()
      await expect(plain).toHaveURL(/\/operator\/sync\/[0-9a-f-]{36}$/)
    }
    const set = await receiving.foreignSet()
    await check()
    const stale = await plain.context().newPage()
    await stale.goto(plain.url())
    await plain.getByRole('button', { name: t('acts.discard') }).click()
    await expect(chip(plain, 'cancelled')).toBeVisible()
    await stale.getByRole('button', { name: t('acts.discard') }).click()
    await expect(stale.getByRole('alert').filter({ hasText: t('acts.refused.cancel') })).toBeVisible()
    await check()
    await plain.getByRole('button', { name: t('acts.applyPlain', { n: 3, deletes: 0 }) }).click()
    await expect
      .poll(async () => {
        await plain.goto(plain.url())
        return chip(plain, 'applied').count()
      }, { timeout: 20_000 })
      .toBe(1)
    expect(await receiving.active()).not.toBe(set)
    await plain.context().close()
  })
})

operator('a dead letter is read, sent back, dies again and is discarded; a job that is gone is said to be gone, with and without script', async ({ page, browser, isMobile }) => {
  operator.skip(isMobile, atDesktop)
  const t = words('operator')
  const receiving = new Receiving()
  const planId = await receiving.deadJob()
  await receiving.close()
  const listed = page.getByRole('listitem').filter({ hasText: planId })
  const open = async () => {
    await expect
      .poll(async () => {
        await page.goto('/operator/jobs')
        return listed.count()
      })
      .toBe(1)
    await listed.getByRole('link', { name: 'sync-apply' }).click()
    await expect(page.getByRole('heading', { level: 1, name: t('jobs.oneOf', { queue: 'sync-apply' }) })).toBeVisible()
  }
  await open()
  const main = page.getByRole('main')
  await expect(main.getByText(`There is no plan ${planId}.`).first()).toBeVisible()
  await expect(main.getByText(t('jobs.neverBefore'))).toBeVisible()
  await expectAccessible(page)
  const gone = page.url()
  const plain = await noScript(browser, page)
  await plain.goto(gone)
  await page.getByRole('button', { name: t('jobs.retry') }).click()
  await expect(page.getByText(t('jobs.done.retried'))).toBeVisible()
  await plain.getByRole('button', { name: t('jobs.retry') }).click()
  await expect(plain.getByText(t('jobs.refused.retry'))).toBeVisible()
  expect((await plain.goto(gone))?.status()).toBe(404)

  await open()
  await expect(main.getByText(t('jobs.neverBefore'))).toHaveCount(0)
  await page.getByRole('button', { name: t('jobs.discard') }).click()
  await plain.goto(page.url())
  await plain.getByRole('button', { name: t('jobs.discardNow') }).click()
  await expect(plain.getByText(t('jobs.done.discarded'))).toBeVisible()
  await page.getByRole('alertdialog').getByRole('button', { name: t('jobs.discard') }).click()
  await expect(page.getByText(t('jobs.refused.discard'))).toBeVisible()
  await expectAccessible(page)
  await plain.context().close()
})

owner('to the owner of a tenant no page of the operator is there', async ({ page }) => {
  const nobody = '01234567-89ab-4def-8123-456789abcdef'
  for (const path of [...Object.keys(pages), `/operator/sync/${nobody}`, `/operator/sync/${nobody}/json`, `/operator/jobs/${nobody}`, '/operator/live'])
    expect((await page.request.get(path)).status(), path).toBe(404)
})
