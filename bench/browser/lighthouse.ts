import lighthouse, { desktopConfig, type Result } from 'lighthouse'
import { freePort } from '@/lib/local/postgres/server'
import { launch } from './launch'
import type { ConsolePage } from './pages'

const categories = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof categories)[number]

export interface PageScores {
  name: string
  /** Median of the runs, 0 to 100. */
  scores: Record<Category, number>
  /** Milliseconds, medians: first and largest contentful paint, total blocking time. And the shift of the layout. */
  fcp: number
  lcp: number
  tbt: number
  cls: number
  /** Audits that took points in any run, by id. */
  lost: string[]
}

/** Lighthouse's desktop preset on each page, in a browser without cache that carries the reader's cookie; the median of `runs`. */
export async function benchLighthouse(base: string, pages: readonly ConsolePage[], runs: number, say: (sentence: string) => void): Promise<PageScores[]> {
  const port = await freePort()
  const browser = await launch([`--remote-debugging-port=${port}`])
  try {
    const done: PageScores[] = []
    for (const page of pages) {
      const results: Result[] = []
      for (let run = 0; run < runs; run++) {
        results.push(await once(base + page.path, page.cookie, port))
        say(`${page.name}: ${categories.map((c) => `${c} ${score(results.at(-1)!, c)}`).join(', ')}`)
      }
      done.push(medians(page.name, results))
    }
    return done
  } finally {
    await browser.close()
  }
}

async function once(url: string, cookie: string, port: number): Promise<Result> {
  const flags = { port, output: 'json' as const, logLevel: 'error' as const, onlyCategories: [...categories], extraHeaders: { Cookie: cookie } }
  const run = await lighthouse(url, flags, desktopConfig)
  if (!run) throw new Error(`Lighthouse gave nothing for ${url}`)
  const { lhr } = run
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  if (lhr.finalDisplayedUrl.split('?')[0] !== url.split('?')[0]) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`)
  return lhr
}

const score = (result: Result, category: Category): number => Math.round((result.categories[category]?.score ?? 0) * 100)
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

function medians(name: string, results: readonly Result[]): PageScores {
  const figure = (audit: string) => median(results.map((r) => r.audits[audit]?.numericValue ?? NaN))
  const lost = results.flatMap((r) =>
    categories.flatMap((c) => r.categories[c]!.auditRefs.filter(({ id, weight }) => weight > 0 && (r.audits[id]!.score ?? 1) < 0.9).map(({ id }) => id)),
  )
  return {
    name,
    scores: Object.fromEntries(categories.map((c) => [c, median(results.map((r) => score(r, c)))])) as Record<Category, number>,
    fcp: figure('first-contentful-paint'),
    lcp: figure('largest-contentful-paint'),
    tbt: figure('total-blocking-time'),
    cls: figure('cumulative-layout-shift'),
    lost: [...new Set(lost)],
  }
}
