import { randomBytes } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expectAccessible } from './accessible'
import { tryLogIn } from './log-in'
import { mailedLink } from './mail-link'
import { openMenu } from './menu'
import { words } from './words'

test.setTimeout(300_000)

/** An account of its own, whose address is confirmed; the browser is logged in. */
async function signUp(page: Page, email: string, password: string): Promise<void> {
  const t = words('account')
  await page.goto('/sign-up')
  await page.getByLabel(t('name')).fill('Robin Account')
  await page.getByLabel(t('email')).fill(email)
  await page.getByLabel(t('password')).fill(password)
  await page.getByRole('main').getByRole('button', { name: t('signUpSubmit') }).click()
  await expect(page.getByText(t('sent'))).toBeVisible()
  await page.goto(await mailedLink(email, '/confirm'))
  await page.getByRole('main').getByRole('button', { name: t('confirmSubmit') }).click()
  await expect(page).toHaveURL('/welcome')
}

test('an account is reset, secured by app, codes and passkey, and its other log-ins are ended', async ({ page, browser }) => {
  const [t, own, auth, shell] = [words('account'), words('own'), words('auth'), words('console')]
  const main = page.getByRole('main')
  const email = `account-${randomBytes(4).toString('hex')}@sender.example`
  const [first, password] = ['wandering teapots sing at noon', 'quiet lanterns cross the bridge']
  await signUp(page, email, first)

  await test.step('the password is reset by a mailed link, which ends the log-in', async () => {
    const other = await browser.newPage()
    await other.goto('/login')
    await other.getByRole('link', { name: t('toForgot') }).click()
    await expect(other).toHaveURL('/forgot')
    await other.getByLabel(t('email')).fill(email)
    await expectAccessible(other)
    await other.getByRole('main').getByRole('button', { name: t('forgotSubmit') }).click()
    await expect(other.getByText(t('forgotSent'))).toBeVisible()
    const link = await mailedLink(email, '/reset')
    await other.goto(link)
    await expectAccessible(other)
    await other.getByLabel(t('newPassword')).fill(password)
    await other.getByRole('main').getByRole('button', { name: t('resetSubmit') }).click()
    await expect(other.getByText(t('done.reset'))).toBeVisible()
    await other.goto(link)
    await expect(other.getByText(t('resetVoid'))).toBeVisible()
    await other.close()
    await page.goto('/account')
    await expect(page).toHaveURL(/\/login\?callbackUrl=%2Faccount/)
    await tryLogIn(page, first, email)
    await expect(main.getByRole('alert')).toContainText(auth('wrong'))
    await tryLogIn(page, password, email)
    await expect(page).toHaveURL('/account')
    await expectAccessible(page)
  })

  let secret = ''
  let codes: string[] = []
  const codeAt = (steps: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
  await test.step('an app is set up, and recovery codes are shown once', async () => {
    await page.goto('/account/two-step')
    await expectAccessible(page)
    await main.getByRole('button', { name: own('appStart') }).click()
    await expect(page).toHaveURL('/account/two-step/app')
    await expect(main.getByRole('img', { name: own('appQr') })).toBeVisible()
    await expectAccessible(page)
    secret = (await main.getByText(/^[A-Z2-7]{32}$/).innerText()).trim()
    await main.getByRole('textbox', { name: t('code') }).fill('000000')
    await main.getByRole('button', { name: own('appConfirm') }).click()
    await expect(main.getByText(own('appCodeWrong'))).toBeVisible()
    await main.getByRole('textbox', { name: t('code') }).fill(codeAt(-1))
    await main.getByRole('button', { name: own('appConfirm') }).click()
    await expect(main.getByText(own('appOn'))).toBeVisible()
    codes = await main.getByRole('group', { name: own('codes') }).getByRole('listitem').allInnerTexts()
    expect(codes).toHaveLength(10)
    const [download] = await Promise.all([page.waitForEvent('download'), main.getByRole('link', { name: own('codesDownload') }).click()])
    expect(download.suggestedFilename()).toBe('postroom-recovery-codes.txt')
    await expectAccessible(page)
    await main.getByRole('link', { name: own('codesKept') }).click()
    await expect(main.getByText(own('appIsOn'))).toBeVisible()
    await expect(main.getByText(codes[0]!)).toHaveCount(0)
  })

  const logOut = async () => {
    await openMenu(page)
    await page.getByRole('button', { name: shell('signOut') }).filter({ visible: true }).click()
    await expect(page).toHaveURL('/login')
  }
  const secondStep = async (on: Page, code: string) => {
    await on.goto('/login?callbackUrl=/account')
    await tryLogIn(on, password, email)
    await expect(on).toHaveURL(/\/login\/second/)
    await on.getByRole('textbox', { name: t('code') }).fill(code)
    await on.getByRole('button', { name: t('secondSubmit') }).click()
  }
  await test.step('a log-in asks for the code, and takes none twice', async () => {
    await logOut()
    const code = codeAt(0)
    await secondStep(page, code)
    await expect(page).toHaveURL('/account')
    await logOut()
    await secondStep(page, code)
    await expect(main.getByText(t('codeWrong'))).toBeVisible()
    await expectAccessible(page)
    // There is no session yet.
    await page.goto('/account')
    await expect(page).toHaveURL(/\/login\?callbackUrl/)
  })

  await test.step('a recovery code lets in once', async () => {
    await secondStep(page, codes[0]!)
    await expect(page).toHaveURL('/account')
    await logOut()
    await secondStep(page, codes[0]!)
    await expect(main.getByText(t('codeWrong'))).toBeVisible()
    await secondStep(page, codes[1]!.toUpperCase().replaceAll('-', ' '))
    await expect(page).toHaveURL('/account')
  })

  await test.step('a passkey is made, and logs in by itself', async () => {
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
    await page.goto('/account/two-step')
    await expect(main.getByText(own('codesLeft', { n: 8 }))).toBeVisible()
    await main.getByLabel(own('passkeyName')).fill('My phone')
    await main.getByRole('button', { name: own('passkeyAdd') }).click()
    await expect(main.getByText(own('passkeyKept'))).toBeVisible()
    await expect(main.getByRole('button', { name: own('passkeyRemoveOf', { name: 'My phone' }) })).toBeVisible()
    await expectAccessible(page)
    await logOut()
    await page.goto('/login?callbackUrl=/account/two-step')
    await page.getByRole('button', { name: t('passkeyLogIn') }).click()
    await expect(page).toHaveURL('/account/two-step')
    await logOut()
    await page.goto('/login?callbackUrl=/account')
    await tryLogIn(page, password, email)
    await expect(page).toHaveURL(/\/login\/second/)
    await page.getByRole('button', { name: t('passkeyUse'), exact: true }).click()
    await expect(page).toHaveURL('/account')
  })

  await test.step('another log-in is seen and ended', async () => {
    const other = await browser.newPage()
    await secondStep(other, codeAt(1))
    await expect(other).toHaveURL('/account')
    await page.goto('/account/sessions')
    await expect(main.getByText(own('thisOne'))).toHaveCount(1)
    await expectAccessible(page)
    await main.getByRole('button', { name: own('endOthers', { n: 1 }) }).click()
    await expect(main.getByText(own('done.others'))).toBeVisible()
    await other.goto('/account')
    await expect(other).toHaveURL(/\/login\?callbackUrl/)
    await other.close()
  })

  await test.step('the account is deleted by its owner', async () => {
    await page.goto('/account/delete')
    await main.getByRole('textbox').fill(email)
    await expectAccessible(page)
    await main.getByRole('button', { name: own('deleteSubmit') }).click()
    await expect(page).toHaveURL('/login?done=deleted')
    await tryLogIn(page, password, email)
    await expect(main.getByRole('alert')).toContainText(auth('wrong'))
  })
})
