import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { local } from '@/e2e/journeys/local'
import { words } from '@/e2e/journeys/words'
import type { Rule } from '@/lib/core/rules/rule'
import type { TraceStep } from '@/lib/core/rules/trace'
import { Api, until } from '@/prisma/demo/api'
import { arrived, type Listed } from './arrived'
import { sendMail } from './send'

interface Trace {
  run: number
  steps: TraceStep[]
}
interface Simulation {
  disposition: string
  matchedRules: string[]
  version: number | 'draft' | null
}

const demo = () => new Api(local().consoleUrl, local().tenant.apiKey)
let before: Rule[]

test.beforeAll(async () => {
  before = (await demo().call<{ rules: Rule[] }>('GET', '/rule-set/draft')).rules
})
test.afterAll(async () => {
  await demo().call('PUT', '/rule-set/draft', { rules: before })
  await demo().call('POST', '/rule-set/publish')
})

/** A mail that is kept, and a rule that would have set it aside, drafted and not published. */
async function keptMailAndDraft(): Promise<{ message: Listed; word: string; rule: Rule }> {
  const word = randomBytes(6).toString('hex')
  await sendMail({ subject: `Rules ${word} first`, text: 'Before the rule.' })
  const [message] = await arrived(demo(), `Rules ${word} first`)
  expect(message).toMatchObject({ disposition: 'kept', matchedRules: [] })
  const when = { all: [{ field: 'subject' as const, op: 'contains' as const, values: [word] }] }
  const rule: Rule = { name: `Set aside ${word}`, enabled: true, when, actions: [{ type: 'quarantine' }, { type: 'stop' }] }
  await demo().call('PUT', '/rule-set/draft', { rules: [rule, ...before] })
  return { message: message!, word, rule }
}

test('a rule is drafted, simulated, published; the next mail and a replay of the old one follow it', async () => {
  const { message, word, rule } = await keptMailAndDraft()
  const set = { disposition: 'quarantined', matchedRules: [rule.name] }
  expect(await demo().call<Simulation>('POST', '/rule-set/simulate', { messageId: message.id })).toMatchObject({ ...set, version: 'draft' })
  await sendMail({ subject: `Rules ${word} unpublished`, text: 'A draft binds nothing.' })
  expect(await arrived(demo(), `Rules ${word} unpublished`)).toMatchObject([{ disposition: 'kept' }])

  const { version } = await demo().call<{ version: number }>('POST', '/rule-set/publish')
  await sendMail({ subject: `Rules ${word} second`, text: 'After the rule.' })
  const [next] = await arrived(demo(), `Rules ${word} second`)
  expect(next).toMatchObject(set)
  expect(await demo().call('GET', `/messages/${next!.id}`)).toMatchObject({ ...set, ruleVersion: version })
  const { steps } = await demo().call<Trace>('GET', `/messages/${next!.id}/trace`)
  expect(steps.find((s) => s.name === rule.name)).toMatchObject({ kind: 'rule', matched: true, because: expect.stringContaining(word) })

  const { run } = await demo().call<{ run: number }>('POST', `/messages/${message.id}/replay`)
  expect(run).toBe(2)
  const again = await until('The replay', 10_000, async () => {
    const trace = await demo().call<Trace>('GET', `/messages/${message.id}/trace`)
    return trace.run === run ? trace : undefined
  })
  expect(again.steps.map((s) => s.name)).toContain(rule.name)
  expect(await demo().call('GET', `/messages/${message.id}`)).toMatchObject(set)
})

test('the Replay button has the published rules decide again', async ({ page }) => {
  const t = words('messages')
  const { message, rule } = await keptMailAndDraft()
  await demo().call('POST', '/rule-set/publish')
  await page.goto(`/t/${local().tenant.slug}/messages/${message.id}`)
  const main = page.getByRole('main')
  await expect(main.getByText(t('disposition.kept'), { exact: true }).first()).toBeVisible()
  await main.getByRole('button', { name: t('page.replay') }).click()
  await expect(page).toHaveURL(/\?replay=2$/)
  const state = main.getByRole('status').filter({ hasText: /\S/ })
  await expect
    .poll(async () => {
      const lookAgain = state.getByRole('link', { name: t('page.lookAgain') })
      if (await lookAgain.isVisible()) await lookAgain.click()
      return state.textContent()
    }, { intervals: [250], timeout: 30_000 })
    .toContain(t('page.replayState.done'))
  await expect(main.getByText(t('disposition.quarantined'), { exact: true }).first()).toBeVisible()
  await expect(main.getByRole('list', { name: t('page.timelineHint') })).toContainText(rule.name)
})
