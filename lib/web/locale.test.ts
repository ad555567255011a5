import { expect, it } from 'vitest'
import { chooseLocale } from './locale'

it.each([
  ['ja', 'en', 'ja'],
  [undefined, 'ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  [undefined, 'fr, en-GB;q=0.7, ja;q=0.6', 'en'],
  [undefined, 'en;q=0.2, ja;q=0.8', 'ja'],
  [undefined, 'ja;q=0, en', 'en'],
  [undefined, 'de', 'en'],
  [undefined, null, 'en'],
  ['xx', 'ja', 'ja'],
])('chosen %s, Accept-Language %s: %s', (chosen, header, expected) => {
  expect(chooseLocale(chosen, header)).toBe(expected)
})
