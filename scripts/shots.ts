// `npm run shots`: pictures of every page into docs/screenshots, from a whole product of its own, or from the running copy whose
// local.json POSTROOM_LOCAL_JSON names (a tenant, a domain and a draft are made in it). SHOTS names another folder; words name the pages wanted.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { LocalJson } from '@/lib/local/local-json'
import { findBrowser } from './browser'
import { readLocalJson, withProduct } from './product'
import { prepare } from './shots/prepare'
import { accountPages, operatorPages, strangerPages, tenantPages } from './shots/pages'

const folder = path.resolve(process.env['SHOTS'] ?? path.join(import.meta.dirname, '../docs/screenshots'))
const wanted = process.argv.slice(2)
const looks = [
  { name: 'light-en', locale: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark-ja', locale: 'ja', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'phone-light-ja', locale: 'ja', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'phone-dark-en', locale: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

async function signIn(context: BrowserContext, base: string, { email, password }: { email: string; password: string }): Promise<void> {
  const { csrfToken } = (await (await context.request.get(`${base}/api/auth/csrf`)).json()) as { csrfToken: string }
  await context.request.post(`${base}/api/auth/callback/credentials`, { form: { csrfToken, email, password }, maxRedirects: 0 })
}

async function shoot(page: Page, to: string): Promise<void> {
  await page.waitForLoadState('load')
  // A live stream keeps the network from ever being idle.
  await page.waitForTimeout(600)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'initial' })
  await sharp(picture).webp({ quality: 84, smartSubsample: true, effort: 6 }).toFile(to)
}

async function all(local: LocalJson): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'] })
  const made = await prepare(local, browser)
  const rounds = [
    { account: undefined, pages: strangerPages() },
    { account: made.newcomer, pages: { welcome: '/welcome', ...accountPages } },
    { account: made.founder, pages: { 'first-steps': `/t/${made.founder.slug}` } },
    { account: local.tenant, pages: tenantPages(local.tenant.slug, made) },
    { account: local.operator, pages: operatorPages(made) },
  ]
  for (const { name: look, viewport, ...settings } of looks)
    for (const { account, pages } of rounds) {
      const asked = Object.entries(pages).filter(([name]) => wanted.length === 0 || wanted.includes(name))
      if (asked.length === 0) continue
      const context = await browser.newContext({ ...settings, viewport, timezoneId: settings.locale === 'ja' ? 'Asia/Tokyo' : 'UTC' })
      if (account) await signIn(context, local.consoleUrl, account)
      const page = await context.newPage()
      for (const [name, at] of asked) {
        await page.goto(local.consoleUrl + at)
        await shoot(page, path.join(folder, `${name}-${look}.webp`))
      }
      await context.close()
    }
  await browser.close()
}

const named = process.env['POSTROOM_LOCAL_JSON']
if (named) await all(readLocalJson(named))
else {
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-shots-'))
  await withProduct(path.join(home, 'home'), (file) => all(readLocalJson(file)))
  rmSync(home, { recursive: true, force: true })
}
