import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { arrived } from '@/e2e/mail/arrived'
import { sendMail } from '@/e2e/mail/send'
import type { Rule } from '@/lib/core/rules/rule'
import { Api } from '@/prisma/demo/api'
import { expectAccessible } from './accessible'
import { local } from './local'
import { words } from './words'

const demo = () => new Api(local().consoleUrl, local().tenant.apiKey)
const home = () => `/t/${local().tenant.slug}/rules`
const at = (rule: string) => `${home()}?rule=${encodeURIComponent(rule)}`
const draft = async () => (await demo().call<{ rules: Rule[] }>('GET', '/rule-set/draft')).rules
const save = (rules: Rule[]) => demo().call('PUT', '/rule-set/draft', { rules })
const simple = (name: string, value = name): Rule => ({
  name,
  enabled: true,
  when: { all: [{ field: 'subject', op: 'contains', values: [value] }] },
  actions: [{ type: 'quarantine' }],
})
const word = () => randomBytes(6).toString('hex')

let before: Rule[]
test.beforeAll(async () => {
  before = await draft()
})
test.afterAll(async () => {
  await save(before)
  await demo().call('POST', '/rule-set/publish')
})
test.beforeEach(() => save(before))

/** What is on the page works now, not only looks so. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  // What is typed into a form that React is just taking over may land beside what stands there.
  await expect.poll(() => page.locator('main form').last().evaluate((form) => Object.keys(form).some((key) => key.startsWith('__reactProps')))).toBe(true)
}

test('a rule is drafted, tried on a message, published, and decides the next mail', async ({ page }) => {
  test.slow()
  const t = words('rules')
  const m = words('messages')
  const secret = word()
  await sendMail({ subject: `Rule ${secret} first`, text: 'Before the rule.' })
  const [first] = await arrived(demo(), `Rule ${secret} first`)
  expect(first!.disposition).toBe('kept')

  await open(page, `${home()}?new=1`)
  await page.getByLabel(t('name'), { exact: true }).fill(`Aside ${secret}`)
  // Without a value it is not saved, the field says so, and nothing that was written is gone.
  await page.getByRole('button', { name: t('saveRule') }).click()
  const values = page.getByLabel(t('valuesLabel')).first()
  await expect(values).toHaveAttribute('aria-invalid', 'true')
  await expect(values).toBeFocused()
  await expect(page.getByLabel(t('name'), { exact: true })).toHaveValue(`Aside ${secret}`)
  await expectAccessible(page)
  await values.fill(secret)
  await page.getByRole('button', { name: t('addUnless') }).click()
  await page.getByLabel(t('valuesLabel')).nth(1).fill('harmless')
  await page.getByRole('button', { name: t('addAction') }).click()
  await page.getByRole('button', { name: t('saveRule') }).click()
  await expect(page).toHaveURL(/saved=1/)
  await expect(page.getByRole('heading', { level: 2, name: `Aside ${secret}` })).toBeVisible()
  expect((await draft()).at(-1)).toMatchObject({
    name: `Aside ${secret}`,
    when: { all: [{ values: [secret] }] },
    unless: { any: [{ values: ['harmless'] }] },
    actions: [{ type: 'quarantine' }, { type: 'stop' }],
  })

  await open(page, `${home()}/test?message=${first!.id}`)
  await page.getByRole('button', { name: t('testRun'), exact: true }).click()
  const said = { before: m('disposition.kept'), after: m('disposition.quarantined') }
  await expect(page.getByRole('heading', { name: t('testDiffers', said) })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('list', { name: t('testSteps', { which: t('testAfter') }) })).toContainText(`Aside ${secret}`)
  await expect(page.getByRole('list', { name: t('testSteps', { which: t('testBefore') }) })).not.toContainText(`Aside ${secret}`)
  await expectAccessible(page)

  await open(page, `${home()}/publish`)
  await expect(page.getByText(t('publishNoBacktest'))).toBeVisible()
  await expect(page.getByRole('group', { name: `Aside ${secret}` })).toContainText(secret)
  await expectAccessible(page)
  await page.getByRole('button', { name: new RegExp(t('publishDo', { version: 0 }).replace('0', '\\d+')) }).click()
  await expect(page).toHaveURL(/published=\d+/)
  await expect(page.getByText(t('published', { version: Number(new URL(page.url()).searchParams.get('published')) }))).toBeVisible()

  for (const [subject, disposition] of [[`Rule ${secret} second`, 'quarantined'], [`Rule ${secret} harmless`, 'kept']] as const) {
    await sendMail({ subject, text: 'After the rule.' })
    expect((await arrived(demo(), subject))[0]).toMatchObject({ disposition })
  }
})

test('rules are moved by keyboard, and by a held handle that says where it is', async ({ page, isMobile }) => {
  test.skip(isMobile, 'A phone has no keyboard; its buttons are the ones of the next tests.')
  const t = words('rules')
  await save([simple('Rule one'), simple('Rule two'), simple('Rule three')])
  await open(page, home())
  const list = page.getByRole('list', { name: t('list') })
  await page.keyboard.press('j')
  await expect(list.getByRole('link', { name: 'Rule one' })).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(list.getByRole('link', { name: 'Rule one' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await draft()).map((r) => r.name)).toEqual(['Rule two', 'Rule one', 'Rule three'])
  await expect(page.getByText(t('movedTo', { name: 'Rule one', at: 2, n: 3 }))).toBeAttached()

  await list.getByRole('button', { name: t('drag', { name: 'Rule three' }) }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(t('dragStart', { name: 'Rule three', at: 3, n: 3 }))).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(t('dragOver', { name: 'Rule three', at: 2, n: 3 }))).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(async () => (await draft()).map((r) => r.name)).toEqual(['Rule two', 'Rule three', 'Rule one'])

  await list.getByRole('button', { name: t('upName', { name: 'Rule three' }) }).click()
  await expect.poll(async () => (await draft()).map((r) => r.name)).toEqual(['Rule three', 'Rule two', 'Rule one'])
  // The button's tip goes with the pointer.
  await page.mouse.move(0, 0)
  await page.keyboard.press('Tab')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await expect(page.locator('.layer')).toHaveCount(0)
  await expectAccessible(page)
})

test('a deleted rule comes back by Undo, to its place', async ({ page }) => {
  const t = words('rules')
  await save([simple('Rule one'), simple('Rule two')])
  await open(page, at('Rule one'))
  await page.getByRole('button', { name: t('delete'), exact: true }).click()
  await expect.poll(async () => (await draft()).map((r) => r.name)).toEqual(['Rule two'])
  await page.getByRole('button', { name: words('ui')('undo') }).click()
  await expect.poll(async () => (await draft()).map((r) => r.name)).toEqual(['Rule one', 'Rule two'])
})

test('of two who write one rule the second is told, loses nothing, and chooses', async ({ page }) => {
  const t = words('rules')
  await save([simple('Rule one')])
  await open(page, at('Rule one'))
  await page.getByLabel(t('valuesLabel')).fill('mine')
  await save([simple('Rule one', 'theirs')])
  await page.getByRole('button', { name: t('saveRule') }).click()
  const told = page.getByRole('main').getByRole('alert')
  await expect(told).toContainText('theirs')
  await expect(told).toContainText('mine')
  await expect(page.getByLabel(t('valuesLabel'))).toHaveValue('mine')
  expect((await draft())[0]!.when).toEqual({ all: [{ field: 'subject', op: 'contains', values: ['theirs'] }] })
  await expectAccessible(page)
  await page.getByRole('button', { name: t('keepMine') }).click()
  await expect.poll(async () => JSON.stringify(await draft())).toContain('"mine"')
  await expect(told).toHaveCount(0)
})

test('notes stand at the rule that they are about', async ({ page }) => {
  const t = words('rules')
  await save([{ ...simple('Ends all'), when: { all: [] }, actions: [{ type: 'stop' }] }, simple('Too late')])
  await open(page, at('Too late'))
  await expect(page.getByText(t('lint.notReached', { rule: 'Ends all' })).last()).toBeVisible()
  await expectAccessible(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a rule is added, changed, moved, deleted and published', async ({ page }) => {
    test.slow()
    const t = words('rules')
    const name = `Plain ${word()}`
    await save([simple('Rule one')])
    await page.goto(`${home()}?new=1`)
    await page.getByLabel(t('name'), { exact: true }).fill(name)
    await page.getByLabel(t('valuesLabel')).fill('first')
    await page.getByRole('button', { name: t('addCondition') }).click()
    await expect(page.getByLabel(t('valuesLabel'))).toHaveCount(2)
    await expect(page.getByLabel(t('valuesLabel')).first()).toHaveValue('first')
    await expect(page.getByLabel(t('name'), { exact: true })).toHaveValue(name)
    await page.getByRole('button', { name: t('saveRule') }).click()
    await expect(page.getByText(t('problem.values')).first()).toBeVisible()
    await page.getByLabel(t('valuesLabel')).nth(1).fill('second\nthird')
    await page.getByRole('button', { name: t('saveRule') }).click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    expect((await draft()).at(-1)).toMatchObject({ name, when: { all: [{ values: ['first'] }, { values: ['second', 'third'] }] } })

    await page.getByRole('button', { name: t('up'), exact: true }).click()
    expect((await draft()).map((r) => r.name)).toEqual([name, 'Rule one'])
    await page.goto(at('Rule one'))
    await page.getByRole('button', { name: t('delete'), exact: true }).click()
    expect((await draft()).map((r) => r.name)).toEqual([name])

    await page.goto(`${home()}/publish`)
    await page.getByRole('button', { name: new RegExp(t('publishDo', { version: 0 }).replace('0', '\\d+')) }).click()
    await expect(page).toHaveURL(/published=\d+/)
    await page.goto(`${home()}/versions`)
    await page.getByRole('listitem').filter({ hasText: t('versionLive') }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  })
})
