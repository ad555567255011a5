import { expect, type Browser, type Page } from '@playwright/test'
import { operator } from '@/e2e/access/signed-in'
import { signIn } from '@/e2e/access/sign-in'
import { arrived } from '@/e2e/mail/arrived'
import { sendMail } from '@/e2e/mail/send'
import { makeSecondTenant } from '@/lib/testing/second-tenant'
import { Api } from '@/prisma/demo/api'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

/** A page of its own for the tenant's owner, in the project's language. */
async function ownerPage(browser: Browser, account: { email: string; password: string }): Promise<Page> {
  const { locale, viewport, colorScheme } = operator.info().project.use
  const context = await browser.newContext({ baseURL: local().consoleUrl, storageState: { cookies: [], origins: [] }, ...(locale ? { locale } : {}), ...(viewport ? { viewport } : {}), ...(colorScheme ? { colorScheme } : {}) })
  await signIn(context.request, account)
  return context.newPage()
}

operator('an operator suspends a tenant, whose mail is held and whose pages say why, and resumes it; its owner deletes it and takes that back', async ({ page, browser }) => {
  operator.setTimeout(120_000)
  const t = words('tenants')
  const tenant = await makeSecondTenant(local())
  const api = new Api(local().consoleUrl, tenant.apiKey)
  const subject = `Held ${tenant.slug}`
  const dispositionOf = async (id: string) => (await api.call<{ disposition: string }>('GET', `/messages/${id}`)).disposition

  await page.goto(`/operator/tenants?q=${tenant.slug}`)
  await page.getByRole('link', { name: 'Other', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Other' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(t('suspend.reason')).fill('Complaints are above the line')
  await page.getByRole('button', { name: t('suspend.act', { name: 'Other' }) }).click()
  await expect(page.getByText(t('done.suspended'))).toBeVisible()
  await expectAccessible(page)

  await sendMail({ subject, text: 'x', to: `post@${tenant.slug}.postroom.test` })
  expect((await arrived(api, subject)).map((m) => m.disposition)).toEqual(['held'])
  const { data } = await api.call<{ data: { id: string; subject: string }[] }>('GET', '/messages?limit=20')
  const { id } = data.find((m) => m.subject === subject)!

  const owner = await ownerPage(browser, tenant)
  const banner = owner.getByText(t('banner.reason', { reason: 'Complaints are above the line' }))
  await owner.goto(`/t/${tenant.slug}/rules`)
  await expect(banner).toBeVisible()
  await expectAccessible(owner)

  await page.getByRole('button', { name: t('resume.act', { name: 'Other' }) }).click()
  await expect(page.getByText(t('done.resumed'))).toBeVisible()
  await expect.poll(() => dispositionOf(id), { timeout: 15_000 }).toBe('kept')
  await owner.goto(`/t/${tenant.slug}/messages/${id}`)
  await expect(owner.getByText(words('message')('why.resumed'))).toBeVisible()
  await expect(banner).toBeHidden()

  await owner.goto(`/t/${tenant.slug}/delete`)
  await expectAccessible(owner)
  await owner.getByLabel(t('delete.confirm', { slug: tenant.slug })).fill('another')
  await owner.getByRole('button', { name: t('delete.act', { name: 'Other' }) }).click()
  await expect(owner.getByText(t('problem.confirm', { slug: tenant.slug }))).toBeVisible()
  await owner.getByLabel(t('delete.confirm', { slug: tenant.slug })).fill(tenant.slug)
  await owner.getByRole('button', { name: t('delete.act', { name: 'Other' }) }).click()
  await expect(owner.getByText(t('done.deleting'))).toBeVisible()
  await owner.getByRole('button', { name: t('undelete.act', { name: 'Other' }) }).click()
  await expect(owner.getByText(t('done.undeleted'))).toBeVisible()
  await page.goto(`/operator/tenants?q=${tenant.slug}`)
  await expect(page.getByRole('table')).toContainText(t('state.active'))
  await owner.context().close()
})
