import { expect, it } from 'vitest'
import { aligned } from './alignment'

it.each([
  ['mail.a.example.com', 'example.com', true],
  ['Example.com', 'example.com', true],
  ['a.co.jp', 'b.co.jp', false],
  ['amazonses.com', 'example.com', false],
  ['', '', false],
])('%s with %s: %s', (domain, from, fits) => {
  expect(aligned(domain, from)).toBe(fits)
})
