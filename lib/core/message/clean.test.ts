import { expect, it } from 'vitest'
import { clean, cut } from './clean'

it('replaces what Postgres refuses, and nothing else', () => {
  expect(clean('a\u0000b\ud800c\udc00😀\t')).toBe('a\ufffdb\ufffdc\ufffd😀\t')
})

it.each([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['a😀', 2, 'a'],
  ['a😀', 3, 'a😀'],
])('cuts %s at %i to %s', (text, most, result) => {
  expect(cut(text, most)).toBe(result)
})
