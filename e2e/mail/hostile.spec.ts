import { randomBytes } from 'node:crypto'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { local } from '@/e2e/journeys/local'
import { composeHostile } from '@/lib/testing/hostile/compose'
import { payloads } from '@/lib/testing/hostile/payloads'
import { Api, until } from '@/prisma/demo/api'
import type { Listed } from './arrived'
import { sendRaw } from './send'

/*
 * A hundred hostile mails come in through the door, and each is opened where the console shows it: its row, and its page with its HTML (or its text).
 * Watched: every request of the browser (also of frames; a DNS or connection hint is none, so the answer's headers are asked as well),
 * a mark that any script that ran would leave, dialogs, and where the top page is.
 */
test('a hundred hostile mails run nothing, load nothing and move nothing', async ({ page }) => {
  test.setTimeout(10 * 60_000)
  const mark = randomBytes(5).toString('hex')
  const to = `hostile@${local().tenant.domain}`
  for (const payload of payloads) await sendRaw('stranger@sender.example', to, composeHostile(payload, to, mark))
  const mails = await until('The arrival of the hostile mails', 180_000, () => ofMark(mark))

  const seen = watch(page.context())
  const here = `/t/${local().tenant.slug}/messages`
  await page.goto(`${here}?recipient=${encodeURIComponent(to)}`)
  await expect(page.locator('main').getByText(mark).first()).toBeVisible()
  await settled(page, seen, 'the log')

  // Three tabs: what one waits for, another uses.
  const tabs = [page, await page.context().newPage(), await page.context().newPage()]
  const left = [...mails]
  const read = async (tab: Page) => {
    for (let mail = left.pop(); mail; mail = left.pop()) {
      const html = payloads.find((p) => mail!.subject === `${p.subject ?? p.name} ${mark}`)?.html !== undefined
      await tab.goto(`${here}/${mail.id}${html ? '?tab=content&view=html' : ''}`)
      await expect(tab.getByRole('heading', { level: 1 })).toContainText(mark)
      await settled(tab, seen, mail.subject)
    }
  }
  page.context().on('page', (opened) => seen.strange.push(`opened ${opened.url()}`))
  await Promise.all(tabs.map(read))
})

test('the HTML comes under a policy that lets nothing run', async ({ request }) => {
  const mark = randomBytes(5).toString('hex')
  const to = `hostile@${local().tenant.domain}`
  await sendRaw('stranger@sender.example', to, composeHostile({ name: 'policy', html: '<img src="https://beacon.hostile.example/p.gif">' }, to, mark))
  const [mail] = await until('The arrival', 10_000, () => ofMark(mark, 1))
  const at = `/t/${local().tenant.slug}/messages/${mail!.id}`
  for (const [query, images] of [['', 'img-src data:;'], ['?remote=once', 'img-src data: https:;']] as const) {
    const answer = await request.get(`${at}/html${query}`)
    const policy = answer.headers()['content-security-policy'] ?? ''
    expect(policy.split(',')).toHaveLength(1)
    expect(policy).toContain(`default-src 'none'; ${images}`)
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/)
    expect(answer.headers()).toMatchObject({ 'x-dns-prefetch-control': 'off', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  }
})

async function ofMark(mark: string, count = payloads.length): Promise<Listed[] | undefined> {
  const api = new Api(local().consoleUrl, local().tenant.apiKey)
  const found: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null && found.length < count; ) {
    const query: string = `/messages?limit=100&recipient=${encodeURIComponent(`hostile@${local().tenant.domain}`)}${cursor && `&cursor=${cursor}`}`
    const page: { data: Listed[]; nextCursor: string | null } = await api.call('GET', query)
    found.push(...page.data.filter((m) => m.subject.includes(mark)))
    cursor = page.nextCursor
  }
  return found.length >= count ? found : undefined
}

interface Seen {
  strange: string[]
}

function watch(context: BrowserContext): Seen {
  const seen: Seen = { strange: [] }
  const { host } = new URL(local().consoleUrl)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.host !== host) seen.strange.push(`asked ${request.url()}`)
    if (/\/signout|\/api\/v1\//.test(url.pathname)) seen.strange.push(`asked ${request.url()}`)
  })
  context.on('dialog', (dialog) => {
    seen.strange.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return seen
}

/** After all that loads has loaded and two frames were drawn: whatever would run has run. */
async function settled(page: Page, seen: Seen, where: string): Promise<void> {
  const address = page.url()
  for (const frame of page.frames()) {
    await frame.waitForLoadState('load')
    // A sandboxed frame runs no script of its own, and the driver's still can: what a payload left would stand there.
    const hit = await frame.evaluate(() => (window as { __hit?: number }).__hit).catch(() => undefined)
    expect(hit, `${where}: a script ran`).toBeUndefined()
  }
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(page.url(), where).toBe(address)
  expect(seen.strange, where).toEqual([])
}
