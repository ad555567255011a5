import { expect, it } from 'vitest'
import { isSetupToken, makeSetupToken } from './setup-token'

const key = Buffer.alloc(32, 7)
const now = Date.UTC(2026, 10, 24)

it('is taken for an hour', () => {
  const token = makeSetupToken(key, now)
  expect(isSetupToken(token, key, now + 3_599_000)).toBe(true)
  expect(isSetupToken(token, key, now + 3_601_000)).toBe(false)
})

it.each(['', '.', 'x.y', `${now + 10_000}.`, `${now + 10_000}.${'A'.repeat(43)}`])('refuses %j', (token) => {
  expect(isSetupToken(token, key, now)).toBe(false)
})

it('is bound to the key, and its time cannot be moved', () => {
  const [expires, signature] = makeSetupToken(key, now).split('.')
  expect(isSetupToken(`${expires}.${signature}`, Buffer.alloc(32, 8), now)).toBe(false)
  expect(isSetupToken(`${Number(expires) + 1}.${signature}`, key, now)).toBe(false)
})
