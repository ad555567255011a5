import { expect, it } from 'vitest'
import { parseAuthenticationResults, readAuthentication, signaturesOf } from './authentication'

const ses =
  'amazonses.com; spf=pass (spfCheck: domain of a.test designates 192.0.2.1 as permitted sender; really) client-ip=192.0.2.1; envelope-from=x@a.test; helo=mail.a.test; dkim=pass header.i=@a.test; dkim=fail header.i=@b.test; dmarc=pass header.from=a.test;'

it('reads what SES writes', () => {
  expect(parseAuthenticationResults(ses)).toEqual({
    authserv: 'amazonses.com',
    results: [
      { method: 'spf', result: 'pass', props: { 'client-ip': '192.0.2.1', 'envelope-from': 'x@a.test', helo: 'mail.a.test' } },
      { method: 'dkim', result: 'pass', props: { 'header.i': '@a.test' } },
      { method: 'dkim', result: 'fail', props: { 'header.i': '@b.test' } },
      { method: 'dmarc', result: 'pass', props: { 'header.from': 'a.test' } },
    ],
  })
})

it('takes no result out of a comment or a quoted string', () => {
  expect(parseAuthenticationResults('amazonses.com; spf=fail (a \\) ; dmarc=pass) smtp.mailfrom="x; dkim=pass"@a.test').results).toEqual([{ method: 'spf', result: 'fail', props: { 'smtp.mailfrom': 'x; dkim=pass' } }])
})

const top = [{ name: 'Return-Path', value: '<x@a.test>' }, { name: 'Received', value: 'from a by inbound-smtp' }, { name: 'X-SES-Spam-Verdict', value: 'PASS' }]
const field = { name: 'Authentication-Results', value: ses }

it('trusts the field in the block that SES wrote', () => {
  expect(readAuthentication([...top, field])?.results).toHaveLength(4)
})

it.each([
  ['below the sender\'s own fields', [...top, { name: 'Subject', value: 'x' }, field]],
  ['below a second Received', [...top, { name: 'Received', value: 'from b' }, field]],
  ['of another authserv-id', [...top, { ...field, value: ses.replace('amazonses.com', 'evil.example') }, field]],
])('does not trust one %s', (_why, fields) => {
  expect(readAuthentication(fields)).toBeUndefined()
})

it('finds the selector of each signature', () => {
  const fields = [{ name: 'DKIM-Signature', value: 'v=1; d=B.test; s=two' }, { name: 'DKIM-Signature', value: 'v=1; a=rsa-sha256; d=a.test;\ts=one; bh=x' }]
  expect(signaturesOf(parseAuthenticationResults(ses), fields)).toEqual([
    { domain: 'a.test', selector: 'one', result: 'pass' },
    { domain: 'b.test', selector: 'two', result: 'fail' },
  ])
})

it('ends on a field without end', () => {
  expect(parseAuthenticationResults('amazonses.com;' + ' spf=pass;'.repeat(100_000)).results.length).toBe(50)
  expect(parseAuthenticationResults('('.repeat(100_000)).results).toEqual([])
})
