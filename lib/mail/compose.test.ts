import { simpleParser } from 'mailparser'
import { beforeAll, expect, it, vi } from 'vitest'
import { ProductMail } from '@/lib/core/account/product-mail'
import { composeProductMail } from './compose'

beforeAll(() => void vi.stubEnv('POSTROOM_URL', 'https://post.example'))

const content = { locale: 'en', subject: 'Confirm your address', paragraphs: ['Hello Nora,', 'open the link.'], link: { label: 'Make my account', url: 'https://post.example/confirm?token=a&b=c' } }
const envelope = { from: 'postroom@post.example', name: 'Postroom', replyTo: null, to: 'nora@people.example', messageId: '<1@post.example>', date: new Date('2026-01-02T03:04:05Z') }
const compose = (change: object = {}) => composeProductMail(ProductMail.parse({ ...content, ...change }), envelope)

it('says the same as text and as a page, and the link is the exact one in both', async () => {
  const { text, html } = await simpleParser(await compose())
  for (const part of ['Hello Nora,', 'open the link.', 'Make my account']) {
    expect(text).toContain(part)
    expect(html).toContain(part)
  }
  expect(text).toContain(content.link.url)
  expect(html).toContain('href="https://post.example/confirm?token=a&amp;b=c"')
})

it('comes from whom the operator named, and answers go where he said', async () => {
  const named = await simpleParser(await composeProductMail(ProductMail.parse(content), { ...envelope, name: 'Mail desk, Inc.', replyTo: 'desk@post.example' }))
  expect([named.from?.value, named.replyTo?.value[0]?.address]).toEqual([[{ name: 'Mail desk, Inc.', address: 'postroom@post.example' }], 'desk@post.example'])
  expect((await simpleParser(await compose())).replyTo).toBeUndefined()
})

it('has the one-click fields where it can be switched off, and none where not', async () => {
  const unsubscribe = { label: 'No more of this', url: 'https://post.example/api/u/token' }
  const { headers, text, html } = await simpleParser(await compose({ unsubscribe }))
  expect(headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribe.url }, 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } })
  expect(text).toContain(unsubscribe.url)
  expect(html).toContain(unsubscribe.label)
  expect((await compose()).toString()).not.toMatch(/List-Unsubscribe/i)
  // RFC 8058 §3.1: the URI of the header is https.
  expect((await compose({ unsubscribe: { ...unsubscribe, url: 'http://localhost/api/u/token' } })).toString()).not.toMatch(/List-Unsubscribe-Post/)
})

it('is a page in its reader\'s language, in light and dark, and asks no other host for anything', async () => {
  const { html, headers } = await simpleParser(await compose({ locale: 'ja', subject: '確認', paragraphs: ['リンクを開いてください。'] }))
  expect(html).toMatch(/<html[^>]* lang="ja"/)
  expect(headers.get('content-language')).toBe('ja')
  expect(html).toContain('prefers-color-scheme:dark')
  expect(html).not.toMatch(/<(img|script|link|iframe)\b|url\(|@import|src=/i)
})

it('draws a stranger\'s text as text', async () => {
  const { html } = await simpleParser(await compose({ paragraphs: ['<script>alert(1)</script> & <a href="https://evil.example">x</a>'] }))
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('href="https://evil.example"')
})

// Header injection: each field that ends in a header or in the head of a page.
const breaks = ['\r\nBcc: all@evil.example', '\nBcc: all@evil.example', '\rBcc: x', '\u0000', '\u0085Bcc: x', '\u2028Bcc: x', '\u2029Bcc: x']
it.each(breaks)('refuses a line break in subject, label and link: %j', (bad) => {
  expect(ProductMail.safeParse({ ...content, subject: `Hi${bad}` }).success).toBe(false)
  expect(ProductMail.safeParse({ ...content, locale: `en${bad}` }).success).toBe(false)
  expect(ProductMail.safeParse({ ...content, link: { ...content.link, label: `Go${bad}` } }).success).toBe(false)
})

it('has no header field that a text brought: recipient and paragraphs with line breaks stay where they are', async () => {
  const mail = ProductMail.parse({ ...content, paragraphs: ['a\r\nBcc: all@evil.example'] })
  const raw = (await composeProductMail(mail, { ...envelope, to: 'a@people.example\r\nBcc: all@evil.example' })).toString()
  expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im)
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'not a url'])('takes no link to %s', (url) => {
  expect(ProductMail.safeParse({ ...content, link: { label: 'Go', url } }).success).toBe(false)
})
