import { expect } from '@playwright/test'
import { operator } from '@/e2e/access/signed-in'
import { signIn } from '@/e2e/access/sign-in'
import { placesOf, tenantPages } from '@/components/layout/navigation'
import { apiClient } from '@/lib/testing/api/client'
import { makeSecondTenant } from '@/lib/testing/second-tenant'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

operator('an operator looks into a tenant with a reason: every page opens, nothing can be changed, and its owner reads who looked', async ({ page, browser }) => {
  operator.slow()
  const t = words('impersonation')
  const tenant = await makeSecondTenant(local())
  const { data } = await apiClient(local().consoleUrl, local().operator.apiKey).GET('/api/v1/operator/tenants', { params: { query: { q: tenant.slug } } })
  const home = `/t/${tenant.slug}`
  expect((await page.goto(home))?.status()).toBe(404)

  await page.goto(`/operator/tenants/${data!.data[0]!.id}`)
  await page.getByLabel(t('label')).fill('Mail of yesterday is missing')
  await page.getByRole('button', { name: t('act', { name: 'Other' }) }).click()
  await expect(page).toHaveURL(home)
  await expect(page.getByText(t('bar', { tenant: 'Other' }))).toBeVisible()
  await expect(page.getByText(t('reason', { reason: 'Mail of yesterday is missing' }))).toBeVisible()
  await expectAccessible(page)
  for (const { href } of placesOf(tenantPages, home)) {
    expect([href, (await page.goto(href))?.status()]).toEqual([href, 200])
    await expect(page.getByText(t('bar', { tenant: 'Other' }))).toBeVisible()
  }
  for (const closed of ['/api-keys/new', '/webhooks/new', '/domains/new', '/delete']) expect([closed, (await page.goto(home + closed))?.status()]).toEqual([closed, 403])

  await operator.step('a form that is there all the same is refused', async () => {
    await page.goto(`${home}/settings`)
    await page.getByRole('button', { name: words('settings')('leaveSubmit', { name: 'Other' }) }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: words('settings')('leaveSubmit', { name: 'Other' }) }).click()
    await expect(page.getByText(words('settings')('problem.forbidden'))).toBeVisible()
  })

  await page.goto(home)
  await page.getByRole('button', { name: t('end'), exact: true }).click()
  await expect(page.getByText(t('ended', { name: 'Other' }))).toBeVisible()
  expect((await page.goto(home))?.status()).toBe(404)

  const context = await browser.newContext({ baseURL: local().consoleUrl, storageState: { cookies: [], origins: [] } })
  await signIn(context.request, tenant)
  const owner = await context.newPage()
  await owner.goto(`${home}/audit`)
  await expect(owner.getByText(t('reason', { reason: 'Mail of yesterday is missing' })).first()).toBeVisible()
  await expectAccessible(owner)
  await context.close()
})
