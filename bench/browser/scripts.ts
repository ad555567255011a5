import type { Browser } from '@playwright/test'
import { launch } from './launch'
import type { ConsolePage } from './pages'

/** Bytes of JavaScript as they come over the line, gzip. */
export interface PageScripts {
  name: string
  /** What the page's own HTML names. */
  named: number
  /** What those scripts fetch afterwards: what is loaded lazily. */
  later: number
  files: number
  /** Address → bytes. */
  each: Map<string, number>
}

/** Loads each page in a browser that was never here, and adds up the scripts that come. Throws where one comes uncompressed. */
export async function benchScripts(base: string, pages: readonly ConsolePage[], say: (sentence: string) => void): Promise<PageScripts[]> {
  const browser = await launch()
  try {
    const done: PageScripts[] = []
    for (const page of pages) {
      done.push(await load(browser, base, page))
      const { name, named, later } = done.at(-1)!
      say(`${name}: ${named} bytes named, ${later} later`)
    }
    return done
  } finally {
    await browser.close()
  }
}

/** No script for so long: all have come. */
const quietMs = 2_000

async function load(browser: Browser, base: string, { name, path, cookie }: ConsolePage): Promise<PageScripts> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...(cookie && { extraHTTPHeaders: { cookie } }) })
  const page = await context.newPage()
  const each = new Map<string, number>()
  const reading: Promise<void>[] = []
  let last = Date.now()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') last = Date.now()
  })
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    last = Date.now()
    reading.push(request.sizes().then(({ responseBodySize }) => void each.set(request.url(), responseBodySize)))
  })
  const answer = await page.goto(base + path)
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
  const html = await answer.text()
  // What is lazy is asked for once the page has come alive: that is over when the browser has nothing to do.
  do await page.evaluate((ms) => new Promise((idle) => requestIdleCallback(() => setTimeout(idle, ms))), quietMs)
  while (Date.now() - last < quietMs)
  await Promise.all(reading)
  await context.close()
  let [named, later] = [0, 0]
  for (const [url, bytes] of each) {
    if (html.includes(`src="${new URL(url).pathname}`)) named += bytes
    else later += bytes
  }
  return { name, named, later, files: each.size, each }
}

