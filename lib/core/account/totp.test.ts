import { expect, it } from 'vitest'
import { totpSecret, totpStep, totpUri } from './totp'

// RFC 6238 appendix B: the secret is "12345678901234567890"; the last six digits of its codes.
const secret = totpSecret(Buffer.from('12345678901234567890'))
const at = 1_111_111_111_000
const step = Math.floor(at / 30_000)

it.each([
  [59_000, '287082'],
  [1_111_111_109_000, '081804'],
  [1_111_111_111_000, '050471'],
  [20_000_000_000_000, '353130'],
])('takes the code of the RFC at %i', (now, code) => {
  expect(totpStep(secret, code, now, 0)).toBe(Math.floor(now / 30_000))
})

it('takes the neighbours, and nothing farther', () => {
  expect(totpStep(secret, '050471', at + 30_000, 0)).toBe(step)
  expect(totpStep(secret, '050471', at - 30_000, 0)).toBe(step)
  expect(totpStep(secret, '050471', at + 60_000, 0)).toBeUndefined()
  expect(totpStep(secret, '050472', at, 0)).toBeUndefined()
})

it('takes no step twice, nor an earlier one', () => {
  expect(totpStep(secret, '050471', at, step - 1)).toBe(step)
  expect(totpStep(secret, '050471', at, step)).toBeUndefined()
  expect(totpStep(secret, '050471', at, step + 1)).toBeUndefined()
})

it('tells an app whose it is', () => {
  const uri = new URL(totpUri(secret, 'a&b@shop.example'))
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/Postroom:a&b@shop.example'])
  expect(uri.searchParams.get('secret')).toBe(secret)
})
