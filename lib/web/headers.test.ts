import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { pagePolicy, secure } from './headers'

function answer(url: string, given: Record<string, string> = {}, options = {}) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { url, headers: { ...given } })
  const response = new ServerResponse(request)
  secure(request, response, options)
  return { asked: request.headers, get: (name: string) => response.getHeader(name) as string | undefined }
}

it('gives each page a nonce of its own, the same to Next and to the browser', () => {
  const [one, two] = [answer('/login'), answer('/login')]
  expect(one.get('content-security-policy')).toBe(one.asked['content-security-policy'])
  expect(one.get('content-security-policy')).not.toBe(two.get('content-security-policy'))
  expect(one.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/)
})

it('takes no policy from the caller', () => {
  expect(answer('/login', { 'content-security-policy': `script-src 'nonce-mine'` }).asked['content-security-policy']).not.toContain('mine')
  expect(answer('/t/a/messages/b/html', { 'content-security-policy': `script-src 'nonce-mine'` }).asked['content-security-policy']).toBeUndefined()
})

it('leaves the policy of a mail’s own parts to their routes', () => {
  for (const url of ['/t/a/messages/b/html', '/t/a/messages/b/html?remote=once', '/t/a/messages/b/files/1', '/t/a/messages/b/raw']) {
    expect(answer(url).get('content-security-policy')).toBeUndefined()
    expect(answer(url).get('x-content-type-options')).toBe('nosniff')
    expect(answer(url).get('referrer-policy')).toBe('no-referrer')
  }
  for (const url of ['/t/a/messages/b', '/t/a/messages/b?tab=html', '/t/a/rules/html', '/t/a/messages/b/htmlx']) expect(answer(url).get('content-security-policy')).toBeDefined()
})

it('allows no evaluation outside development, and no foreign host at all', () => {
  const policy = pagePolicy('n')
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/)
  expect(pagePolicy('n', true)).toContain('unsafe-eval')
})

it('asks for HTTPS only where the console has it', () => {
  expect(answer('/login').get('strict-transport-security')).toBeUndefined()
  expect(answer('/login', {}, { https: true }).get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
})
