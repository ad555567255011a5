import { expect, it } from 'vitest'
import { marks } from './marks'

it('shows a character that turns the direction', () => {
  expect(marks('invoice\u202Efdp.exe')).toEqual([{ text: 'invoice' }, { code: 'U+202E' }, { text: 'fdp.exe' }])
})

it('marks control characters, also at both ends', () => {
  expect(marks('\u0000a\u007f')).toEqual([{ code: 'U+0000' }, { text: 'a' }, { code: 'U+007F' }])
})

it('leaves emoji, accents and Japanese as they are', () => {
  const text = '👩‍👩‍👧 é 日本語'
  expect(marks(text)).toEqual([{ text }])
})

it('keeps line ends and tabs of a body, and marks them in one line', () => {
  expect(marks('a\r\nb\tc', { lines: true })).toEqual([{ text: 'a\nb\tc' }])
  expect(marks('a\nb')).toEqual([{ text: 'a' }, { code: 'U+000A' }, { text: 'b' }])
})

it('gives nothing for nothing', () => {
  expect(marks('')).toEqual([])
})
