import { expect, it } from 'vitest'
import { judgeUrl } from './url'

it.each(['https://example.com/hooks?a=1', 'https://example.com:8443/', 'https://8.8.8.8/', 'https://[2606:4700:4700::1111]/', 'HTTPS://EXAMPLE.COM'])('takes %s', (text) => {
  expect(judgeUrl(text, [])).toMatchObject({ allowed: false })
})

it.each([
  ['form', 'example.com/hooks'],
  ['form', 'https://'],
  ['long', `https://example.com/${'x'.repeat(2000)}`],
  ['https', 'http://example.com/'],
  ['https', 'ftp://example.com/'],
  ['https', 'file:///etc/passwd'],
  ['https', 'javascript:alert(1)'],
  ['credentials', 'https://me:secret@example.com/'],
  ['port', 'https://example.com:25/'],
  ['port', 'https://example.com:80/'],
  ['private', 'https://127.0.0.1/'],
  ['private', 'https://10.1.2.3:8443/'],
  ['private', 'https://169.254.169.254/latest/meta-data/'],
  ['private', 'https://[::1]/'],
  ['private', 'https://[::ffff:127.0.0.1]/'],
  ['private', 'https://[::ffff:7f00:1]/'],
  ['private', 'https://[fd00:ec2::254]/'],
  ['private', 'https://localhost/'],
  ['private', 'https://api.localhost/'],
  ['private', 'https://printer.local/'],
  ['private', 'https://metadata.google.internal/'],
  ['private', 'https://intranet/'],
  ['private', 'https://intranet./'],
])('SSRF: refuses (%s) %s', (problem, text) => {
  expect(judgeUrl(text, [])).toEqual({ problem })
})

it.each(['https://2130706433/', 'https://0x7f000001/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://127.1/', 'https://①②⑦.⓪.⓪.①/', 'https://127。0。0。1/', 'https://127.0.0.1./', 'https://%31%32%37.0.0.1/'])(
  'SSRF: refuses 127.0.0.1 written as %s',
  (text) => {
    expect(judgeUrl(text, [])).toEqual({ problem: 'private' })
  },
)

it('SSRF: what is allowed by name is allowed for exactly that host and port', () => {
  const allow = ['127.0.0.1:9000', 'Hooks.internal:443']
  expect(judgeUrl('http://127.0.0.1:9000/a', allow)).toMatchObject({ allowed: true })
  expect(judgeUrl('https://hooks.internal/a', allow)).toMatchObject({ allowed: true })
  expect(judgeUrl('http://0x7f.1:9000/', allow)).toMatchObject({ allowed: true })
  for (const other of ['https://127.0.0.1:9001/', 'https://127.0.0.2:9000/', 'https://localhost:9000/', 'https://hooks.internal:8443/', 'https://a.hooks.internal/', 'https://[::ffff:127.0.0.1]:9000/'])
    expect([other, judgeUrl(other, allow)]).toEqual([other, { problem: 'private' }])
  expect(judgeUrl('http://127.0.0.1:9001/', allow)).toEqual({ problem: 'https' })
  expect(judgeUrl('http://me:x@127.0.0.1:9000/', allow)).toEqual({ problem: 'credentials' })
})
