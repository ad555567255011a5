import { expect, it } from 'vitest'
import { isCrossSite } from './cross-site'

const own = 'https://post.example'
const asked = (headers: Record<string, string>, method = 'POST', url = '/login') => isCrossSite(method, url, { host: 'post.example', ...headers }, own)

it('refuses what another site sends', () => {
  expect(asked({ origin: 'https://evil.example' })).toBe(true)
  expect(asked({ origin: 'null' })).toBe(true)
  expect(asked({ origin: 'https://post.example.evil.example' })).toBe(true)
  for (const site of ['cross-site', 'same-site']) expect(asked({ 'sec-fetch-site': site, origin: own })).toBe(true)
  for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) expect(asked({ origin: 'https://evil.example' }, method)).toBe(true)
})

it('takes what our own pages send, by each of our names, and what no browser sent', () => {
  expect(asked({ origin: own, 'sec-fetch-site': 'same-origin' })).toBe(false)
  expect(isCrossSite('POST', '/login', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, own)).toBe(false)
  expect(asked({})).toBe(false)
  expect(asked({ 'sec-fetch-site': 'none' })).toBe(false)
})

it('lets links in, and calls that no cookie opens', () => {
  expect(asked({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false)
  for (const url of ['/api/v1/messages', '/api/webhooks/sns', '/api/u/abc']) expect(asked({ origin: 'https://evil.example' }, 'POST', url)).toBe(false)
  expect(asked({ origin: 'https://evil.example' }, 'POST', '/api/auth/callback/credentials')).toBe(true)
  expect(asked({ origin: 'https://evil.example' }, 'POST', '/api/v1x')).toBe(true)
})
