import { expect, it } from 'vitest'
import { show } from './show'

it.each([
  ['plain', '"plain"'],
  ['a\nb\u0000c', '"a\\u{a}b\\u{0}c"'],
  ['\u202eevil\u2066', '"\\u{202e}evil\\u{2066}"'],
  ['👩‍👧', '"👩‍👧"'],
  ['請求書', '"請求書"'],
  ['x'.repeat(201), `"${'x'.repeat(200)}…"`],
  ['x'.repeat(200), `"${'x'.repeat(200)}"`],
])('shows %j as %s', (value, shown) => {
  expect(show(value)).toBe(shown)
})

it('is short whatever it shows', () => {
  expect(show('\u0001'.repeat(10_000)).length).toBeLessThanOrEqual(203)
})
