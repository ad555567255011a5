import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import en from '@/messages/en/audit.json'
import ja from '@/messages/ja/audit.json'
import { auditVerbs, verbsIn } from './verb'

const root = path.resolve(import.meta.dirname, '../..')
const files = (readdirSync(root, { recursive: true }) as string[]).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.startsWith('db/generated'))
const sources = files.map((f) => readFileSync(path.join(root, f), 'utf8')).filter((source) => /\brecord(Operator)?Audit\b|\brecord\(\{ verb/.test(source))

/** What looks like a verb anywhere in a file that writes to the audit: also those in a ternary or a map. */
const literals = (source: string) => [...source.matchAll(/'([a-z][a-zA-Z]+\.[a-z][a-zA-Z]+)'/g)].map((m) => m[1]!)
const passed = sources.flatMap((source) => [...source.matchAll(/\bverb: '([^']+)'/g)].map((m) => m[1]!))

const has = (words: Record<string, Record<string, string>>, verb: string) => Boolean(words[verb.split('.')[0]!]?.[verb.split('.')[1]!])

it('each verb that code writes has words in both languages', () => {
  expect(passed.length).toBeGreaterThan(50)
  expect(passed.filter((verb) => !has(en.verb, verb) || !has(ja.verb, verb))).toEqual([])
})

it('there are words for no verb that nobody writes', () => {
  const written = new Set([...passed, ...sources.flatMap(literals), ...['verified', 'failing', 'pending'].map((status) => `domain.${status}`)])
  expect(auditVerbs.flatMap((v) => v.verbs).filter((verb) => !written.has(verb))).toEqual([])
})

it('each noun has its name, and stands in one audit at least', () => {
  const nouns = auditVerbs.map((v) => v.noun)
  expect(Object.keys(en.noun).sort()).toEqual([...nouns].sort())
  expect(new Set([...verbsIn('tenant'), ...verbsIn('platform')].map((v) => v.noun))).toEqual(new Set(nouns))
})
