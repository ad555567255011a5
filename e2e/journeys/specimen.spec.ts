import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { samples } from '@/app/specimen/samples'
import { signIn } from '@/e2e/access/sign-in'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const said = () => samples[test.info().project.use.locale?.startsWith('ja') ? 'ja' : 'en']
const named = (page: Page, role: 'button' | 'dialog' | 'alertdialog' | 'combobox' | 'option' | 'menu', name: string) => page.getByRole(role, { name, exact: true })

/** What floats, alone: the page under it is hidden from screen readers while it is open, its heading and landmarks with it. */
async function expectLayerAccessible(page: Page, role: 'dialog' | 'alertdialog' | 'menu' | 'listbox'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(`[role=${role}]`).disableRules(['region']).setLegacyMode().analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

test.beforeEach(async ({ page }) => {
  await signIn(page.request, local().operator)
  await page.goto('/specimen')
  // The charts come last: from then on the page is alive.
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible({ timeout: 30_000 })
})

test('has nothing that axe finds, in both themes and densities', async ({ page }) => {
  const s = said()
  const grounds = new Set<string>()
  for (const dark of [true, false]) {
    await page.getByRole('switch', { name: s.dark }).setChecked(dark)
    await page.getByRole('switch', { name: s.comfortable }).setChecked(dark)
    grounds.add(await page.evaluate(() => getComputedStyle(document.body).color))
    await expectAccessible(page)
  }
  expect(grounds.size).toBe(2)
  const ui = words('ui')
  await named(page, 'button', `${ui('asTable')}: ${s.volume}`).click()
  await expect(page.getByRole('region', { name: s.volume }).getByRole('rowheader')).toHaveCount(14)
  await expect(page.getByRole('region', { name: s.volume }).getByText(ui('noData')).first()).toBeVisible()
  await expectAccessible(page)
})

test('a dialog keeps the focus, Esc closes it and gives the focus back', async ({ page }) => {
  const s = said()
  const opener = named(page, 'button', s.dialog)
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = named(page, 'dialog', s.dialog)
  await expect(dialog).toBeVisible()
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab')
    await expect.poll(() => dialog.evaluate((d) => d.contains(document.activeElement))).toBe(true)
  }
  await expectLayerAccessible(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('what cannot be undone waits for the name to be typed', async ({ page }) => {
  const s = said()
  await page.getByRole('button', { name: s.remove, exact: true }).last().click()
  const dialog = named(page, 'alertdialog', s.ask)
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await expectLayerAccessible(page, 'alertdialog')
  const confirm = dialog.getByRole('button', { name: s.remove })
  await page.keyboard.type('us.tes')
  await expect(confirm).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.type('t')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('output')).toHaveText(s.remove)
})

test('a menu goes by arrows, letters and Esc', async ({ page }) => {
  const s = said()
  const opener = named(page, 'button', s.menu)
  await opener.focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await expectLayerAccessible(page, 'menu')
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem', { name: s.remove })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('output')).toHaveText(s.release)
})

test('tabs are links: the address says which is open', async ({ page }) => {
  const s = said()
  const tabs = page.getByRole('navigation', { name: s.sections.words })
  await tabs.getByRole('link', { name: s.tabs[1]! }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/tab=1/)
  await expect(tabs.getByRole('link', { name: s.tabs[1]! })).toHaveAttribute('aria-current', 'page')
})

test('a combobox finds by typing and takes by Enter', async ({ page }) => {
  const s = said()
  const box = named(page, 'combobox', `${s.domain} 2`)
  await box.focus()
  await page.keyboard.type('mail')
  await expect(page.getByRole('option')).toHaveCount(1)
  await expectLayerAccessible(page, 'listbox')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('mail.us.test')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('zzz')
  await expect(page.getByText(words('ui')('noMatch', { text: 'zzz' }))).toBeVisible()
})

test('one toast at a time, and Undo takes back', async ({ page }) => {
  const s = said()
  const opener = named(page, 'button', s.toast)
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const undo = named(page, 'button', words('ui')('undo'))
  await expect(undo).toHaveCount(1)
  await expectLayerAccessible(page, 'dialog')
  // F6 goes to the notices, from there to the toast, then to what it offers.
  await page.keyboard.press('F6')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(undo).toHaveCount(0)
  await expect(page.locator('output')).toHaveText(s.undone)
})

test('rows are ticked beside their links, and the number shown is the number ticked', async ({ page }) => {
  const s = said()
  const table = page.getByRole('table', { name: s.table })
  const ui = words('ui')
  await table.getByRole('checkbox', { name: ui('selectRow', { name: s.subjects[0]! }) }).check()
  await expect(page.getByText(s.bulk.replace('{n}', '1'))).toBeVisible()
  await table.getByRole('checkbox', { name: ui('selectAll') }).check()
  await expect(page.getByText(s.bulk.replace('{n}', '3'))).toBeVisible()
  await expect(table.getByRole('columnheader', { name: s.cols.time, includeHidden: true })).toHaveAttribute('aria-sort', 'descending')
})

test('the times of an instant open with Enter and close with Esc', async ({ page }) => {
  const time = page.getByRole('button', { name: '14:02:11' })
  await time.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2026-11-24 05:02:11 UTC')).toBeVisible()
  await expect(page.getByText('2026-11-24T05:02:11.000Z')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2026-11-24 05:02:11 UTC')).toBeHidden()
  await expect(time).toBeFocused()
})
