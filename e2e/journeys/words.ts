import { readFileSync } from 'node:fs'
import { test } from '@playwright/test'
import { createTranslator, type Messages } from 'next-intl'

const read = (locale: string, noun: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../messages/${locale}/${noun}.json`, import.meta.url), 'utf8'))

/** The words of one catalogue in the running project's language, so that each journey is walked in both. */
export function words(noun: keyof Messages) {
  const locale = test.info().project.use.locale?.startsWith('ja') ? 'ja' : 'en'
  const t = createTranslator({ locale, messages: { [noun]: read(locale, noun) }, namespace: noun })
  return (key: string, values?: Record<string, string | number>): string => (t as (k: string, v?: object) => string)(key, values)
}
