import { expect, it } from 'vitest'
import { safePath } from './safe-path'

it.each([
  ['/t/acme/messages?q=a#b', '/t/acme/messages?q=a#b'],
  ['/', '/'],
  ['/t/acme/../acme', '/t/acme'],
])('keeps the path %s', (given, kept) => {
  expect(safePath(given)).toBe(kept)
})

it.each([
  'https://evil.example/', '//evil.example/', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/.//evil.example', '/..//evil.example',
  'javascript:alert(1)', '', 't/acme', undefined, null, ['/t'], '/'.padEnd(2001, 'a'),
])('leads home from %j', (given) => {
  expect(safePath(given)).toBe('/')
})
