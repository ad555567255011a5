import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../scripts/browser'

/** Chromium without what it does beside the pages. */
export const launch = (args: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-extensions', ...args] })
