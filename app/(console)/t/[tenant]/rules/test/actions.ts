'use server'

import type { TestState } from '@/components/rule/test-state'
import { testRules } from '@/lib/web/rule-test'

const largest = 700_000

/** Runs the live rules and the draft on a mail of the log, or on one that is given. */
export async function runTest(slug: string, _before: TestState, data: FormData): Promise<TestState> {
  const text = (name: string) => String(data.get(name) ?? '')
  const file = data.get('file')
  const given = file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : null
  const own = data.get('do') === 'own'
  const state: TestState = { raw: given ? given.toString('utf8') : text('raw'), recipient: text('recipient').trim(), mailFrom: text('mailFrom').trim(), message: text('message'), problems: {}, failed: null, result: null }
  const raw = given ?? Buffer.from(state.raw.replaceAll(/\r?\n/g, '\r\n'))
  if (own) {
    if (raw.length === 0) state.problems.raw = 'raw'
    else if (raw.length > largest) state.problems.raw = 'large'
    if (!state.recipient.includes('@')) state.problems.recipient = 'recipient'
    if (Object.keys(state.problems).length > 0) return state
  }
  const asked = await testRules(slug, own ? { raw: raw.toString('base64'), recipient: state.recipient, mailFrom: state.mailFrom } : { messageId: state.message })
  if (asked.ok) return asked.value ? { ...state, result: asked.value } : { ...state, failed: 'fault' }
  if (asked.code === 'forbidden') return { ...state, failed: 'forbidden' }
  if (own && asked.code === 'invalid') return { ...state, problems: { recipient: 'recipient' } }
  return { ...state, failed: 'gone' }
}
