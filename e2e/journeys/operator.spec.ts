import { expect, test as base } from '@playwright/test'
import { signIn } from '@/e2e/access/sign-in'
import { test as owner } from '@/e2e/access/signed-in'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const pages = { '/operator': 'health.title', '/operator/sync': 'sync.title', '/operator/tenants': 'tenants.title', '/operator/jobs': 'jobs.title' } as const

base('an operator reads health, sync, tenants and jobs, and axe finds nothing', async ({ page }) => {
  await signIn(page.request, local().operator)
  const t = words('operator')
  for (const [path, title] of Object.entries(pages)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: t(title), exact: true })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto(`/operator/tenants?q=${local().tenant.slug}`)
  await expect(page.getByRole('table')).toContainText(local().tenant.slug)
})

base('an operator asks what SES has now, and comes to the plan that says so', async ({ page }) => {
  await signIn(page.request, local().operator)
  const t = words('operator')
  await page.goto('/operator/sync')
  await page.getByRole('button', { name: t('sync.check') }).click()
  await expect(page).toHaveURL(/\/operator\/sync\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 2, name: t('plan.steps') })).toBeVisible()
  await expectAccessible(page)
})

owner('to the owner of a tenant no page of the operator is there', async ({ page }) => {
  for (const path of [...Object.keys(pages), '/operator/sync/01234567-89ab-4def-8123-456789abcdef', '/operator/live'])
    expect((await page.request.get(path)).status(), path).toBe(404)
})
