import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// Drives a running copy: BASE_URL is its console, POSTROOM_LOCAL_JSON the file that its start wrote.
const executablePath = process.env['CHROMIUM'] ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((f) => existsSync(f))
// What Chromium does beside the pages takes a third of the time where there is no graphics card.
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-extensions']
const desktop = { width: 1280, height: 800 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

// These draw no page, or ask what no width, language or colour changes.
const oncePerRun = ['access/**', 'mail/{aws,dkim,hostile,rules,shared}.spec.ts', 'journeys/{log-in,operator,shell,specimen}.spec.ts']
// These change nothing that another one looks at: they run beside the others, which take their turns.
const apart = ['access/*.spec.ts', 'journeys/{account,api-keys,impersonation,log-in,look,members,shell,specimen,webhooks}.spec.ts']
const wide = { viewport: desktop, colorScheme: 'light', locale: 'en-US' } as const
const dark = { colorScheme: 'dark', locale: 'ja-JP' } as const

export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['PLAYWRIGHT_OUTPUT'] ?? 'test-results',
  forbidOnly: true,
  // A test that passes at the second try has found something.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3000',
    launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-dev-shm-usage', ...quiet] },
    screenshot: 'only-on-failure',
    timezoneId: 'Asia/Tokyo',
  },
  projects: [
    { name: 'desktop-light-en', workers: 1, testIgnore: apart, use: wide },
    { name: 'phone-dark-ja', workers: 1, dependencies: ['desktop-light-en'], testIgnore: [...oncePerRun, ...apart], use: { ...phone, ...dark } },
    { name: 'apart', workers: 1, testMatch: apart, use: wide },
    { name: 'look-phone-dark-ja', workers: 1, testMatch: 'journeys/look.spec.ts', use: { ...phone, ...dark } },
    { name: 'look-desktop-dark-ja', workers: 1, testMatch: 'journeys/look.spec.ts', use: { viewport: desktop, ...dark } },
    { name: 'look-phone-light-en', workers: 1, testMatch: 'journeys/look.spec.ts', use: { ...phone, colorScheme: 'light', locale: 'en-US' } },
  ],
})
