import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { apiClient } from '@/lib/testing/api/client'
import { expectAccessible } from './accessible'
import { local } from './local'
import { mailedLink } from './mail-link'
import { words } from './words'

/** Chooses the role on the member's page, and waits until it is kept. */
async function giveRole(owner: Page, role: 'admin' | 'viewer', name: string) {
  const t = words('members')
  await owner.getByRole('radio', { name: t(`role.${role}`) }).check()
  await owner.getByRole('button', { name: t('changeRoleSubmit') }).click()
  await expect(owner.getByText(t('roleSaved', { name, role: t(`role.${role}`) }))).toBeVisible()
}

test('somebody is invited, joins by the link, gets another role, and is removed; each time the next click shows it', async ({ page: owner, browser, baseURL }) => {
  test.slow()
  const [t, account, auth] = [words('members'), words('account'), words('auth')]
  const { slug, apiKey } = local().tenant
  const list = `/t/${slug}/members`
  const word = randomBytes(4).toString('hex')
  const [email, name] = [`guest-${word}@sender.example`, `Guest ${word}`]

  await test.step('invited', async () => {
    await owner.goto(list)
    await expectAccessible(owner)
    await owner.getByLabel(t('email')).fill('nobody')
    await owner.getByRole('button', { name: t('inviteSubmit') }).click()
    await expect(owner.getByText(t('problem.email'))).toBeVisible()
    await expect(owner.getByLabel(t('email'))).toHaveValue('nobody')
    await owner.getByLabel(t('email')).fill(email)
    await owner.getByLabel(t('roleHead')).selectOption('viewer')
    await owner.getByRole('button', { name: t('inviteSubmit') }).click()
    await expect(owner.getByText(t('invited', { email }))).toBeVisible()
    await expect(owner.getByRole('button', { name: t('withdrawFrom', { email }) })).toBeVisible()
    await expectAccessible(owner)
  })

  const context = await browser.newContext({ ...(baseURL && { baseURL }), storageState: { cookies: [], origins: [] } })
  const guest = await context.newPage()
  const link = await mailedLink(email, '/invite')
  await test.step('joins by the link, which works once', async () => {
    await guest.goto(link)
    await expect(guest.getByText(t('accept.for', { email }))).toBeVisible()
    await expectAccessible(guest)
    await guest.getByLabel(account('name'), { exact: true }).fill(name)
    await guest.getByLabel(account('password'), { exact: true }).fill('nine umbrellas wait for the tram')
    await guest.getByRole('button', { name: t('accept.join') }).click()
    // The account is made: it logs in with what it chose.
    const entry = guest.getByRole('button', { name: auth('submit') })
    await expect(entry.or(guest.getByRole('navigation').first())).toBeVisible()
    if (await entry.isVisible()) {
      await guest.getByLabel(auth('email')).fill(email)
      await guest.getByLabel(auth('password')).fill('nine umbrellas wait for the tram')
      await entry.click()
    }
    await guest.goto(list)
    await expect(guest.getByText(t('mayNot'))).toBeVisible()
    await expect(guest.getByLabel(t('email'))).toHaveCount(0)
    await expectAccessible(guest)
    expect((await guest.goto(`/t/${slug}/api-keys`))?.status()).toBe(403)
    await expectAccessible(guest)
    await guest.goto(link)
    await expect(guest.getByText(t('accept.void'))).toBeVisible()
  })

  await test.step('an admin from the next click on, and a viewer again', async () => {
    await owner.goto(list)
    await owner.getByRole('link', { name }).click()
    await expect(owner.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessible(owner)
    await giveRole(owner, 'admin', name)
    expect((await guest.goto(`/t/${slug}/api-keys`))?.status()).toBe(200)
    await guest.goto(list)
    // An admin invites, but makes no owner.
    await expect(guest.getByLabel(t('roleHead')).getByRole('option', { name: t('role.owner') })).toHaveCount(0)
    await expect(guest.getByRole('button', { name: t('inviteSubmit') })).toBeVisible()
    await giveRole(owner, 'viewer', name)
    expect((await guest.goto(`/t/${slug}/api-keys`))?.status()).toBe(403)
  })

  await test.step('removed: the question names who; the address is as one that is not there', async () => {
    await owner.getByRole('button', { name: t('remove', { name }) }).click()
    const question = owner.getByRole('alertdialog')
    await expect(question).toContainText(name)
    await question.getByRole('button', { name: t('remove', { name }) }).click()
    await expect(owner.getByText(t('removed'))).toBeVisible()
    await expect(owner.getByRole('link', { name })).toHaveCount(0)
    expect((await guest.goto(list))?.status()).toBe(404)
    expect((await guest.request.get(`/t/${slug}/messages/export`)).status()).toBe(404)
    const { data } = await apiClient(local().consoleUrl, apiKey).GET('/api/v1/members')
    expect(data?.data.filter((m) => m.email === email)).toEqual([])
  })
  await context.close()
})
