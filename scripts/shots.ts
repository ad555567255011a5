// Screenshots of every page of a running copy: POSTROOM_LOCAL_JSON names its local.json, SHOTS the folder (docs/screenshots).
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { LocalJson } from '@/lib/local/local-json'
import { findBrowser } from './browser'

const root = path.resolve(import.meta.dirname, '..')
const local = LocalJson.parse(JSON.parse(readFileSync(process.env['POSTROOM_LOCAL_JSON'] ?? path.join(root, '.postroom/local.json'), 'utf8')))
const folder = path.resolve(process.env['SHOTS'] ?? path.join(root, 'docs/screenshots'))
mkdirSync(folder, { recursive: true })

const widths = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'] })

async function signIn(page: Page): Promise<void> {
  await page.goto(`${local.consoleUrl}/login`)
  await page.locator('input[name=email]').fill(local.tenant.email)
  await page.locator('input[name=password]').fill(local.tenant.password)
  await page.locator('main button[type=submit], form button[type=submit]').last().click()
  await page.waitForURL('**/messages**')
}

/** Name → path of each page; the message is the newest that was quarantined. */
async function pages(page: Page): Promise<Record<string, string>> {
  const log = `/t/${local.tenant.slug}/messages`
  await page.goto(`${local.consoleUrl}${log}?disposition=quarantined`)
  const message = await page.locator('main a[href*="/messages/"]').first().getAttribute('href')
  return { log, filtered: `${log}?disposition=quarantined`, empty: `${log}?q=nothing-of-this-name`, message: message ?? log, missing: `${log}/00000000-0000-7000-8000-000000000000` }
}

for (const locale of ['en', 'ja'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, viewport] of Object.entries(widths)) {
      const context = await browser.newContext({ locale, colorScheme, viewport, timezoneId: locale === 'ja' ? 'Asia/Tokyo' : 'UTC' })
      const page = await context.newPage()
      const shoot = (name: string) => page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${locale}${width === 'wide' ? '' : '-phone'}.png`) })
      await page.goto(`${local.consoleUrl}/login`)
      await shoot('login')
      await signIn(page)
      for (const [name, at] of Object.entries(await pages(page))) {
        await page.goto(local.consoleUrl + at)
        await shoot(name)
      }
      await context.close()
    }
await browser.close()
