import { describe, expect, it } from 'vitest'
import { judgeRecord, neededRecords, platformRecords, type Purpose } from './records'
import { checkEvery, claimEnd, dkimStands, nextStatus } from './status'

const records = neededRecords({ name: 'a.test', token: '0123', dkimTokens: ['x', 'y', 'z'], region: 'eu-west-1' })
const of = (purpose: Purpose) => {
  const found = records.find((r) => r.purpose === purpose)
  if (!found) throw new Error(purpose)
  return found
}
const state = (purpose: Purpose, ...values: string[]) => judgeRecord(of(purpose), values).state

describe('needed records', () => {
  it('are in zone-file form, ready to hand to a DNS service', () => {
    expect(records.map((r) => [r.purpose, r.type, r.name, r.value])).toEqual([
      ['ownership', 'TXT', '_postroom.a.test', 'pr=0123'],
      ['mx', 'MX', 'a.test', '10 inbound-smtp.eu-west-1.amazonaws.com'],
      ['dkim1', 'CNAME', 'x._domainkey.a.test', 'x.dkim.amazonses.com'],
      ['dkim2', 'CNAME', 'y._domainkey.a.test', 'y.dkim.amazonses.com'],
      ['dkim3', 'CNAME', 'z._domainkey.a.test', 'z.dkim.amazonses.com'],
      ['spf', 'TXT', 'a.test', 'v=spf1 include:amazonses.com ~all'],
      ['dmarc', 'TXT', '_dmarc.a.test', 'v=DMARC1; p=none'],
    ])
    // No two of them share a name and a type: each can be set by itself.
    expect(new Set(records.map((r) => `${r.name} ${r.type}`)).size).toBe(records.length)
    const platform = platformRecords('post.test', 'tok', ['x', 'y', 'z'], 'us-east-1')
    expect(platform.find((r) => r.purpose === 'mx')).toMatchObject({ name: '*.post.test', value: '10 inbound-smtp.us-east-1.amazonaws.com' })
  })

  it.each<[Purpose, string[], string]>([
    ['ownership', [], 'missing'],
    ['ownership', ['other'], 'missing'],
    ['ownership', ['pr=9999'], 'wrong'],
    ['ownership', ['pr=01234'], 'wrong'],
    ['ownership', ['pr=9999', 'pr=0123'], 'found'],
    ['mx', ['20 Inbound-SMTP.eu-west-1.amazonaws.com.'], 'found'],
    ['mx', ['10 mail.other.test'], 'wrong'],
    ['mx', ['0 '], 'wrong'],
    ['dkim1', ['X.dkim.amazonses.com.'], 'found'],
    ['dkim1', ['y.dkim.amazonses.com'], 'wrong'],
    ['spf', ['v=spf1 mx include:amazonses.com -all'], 'found'],
    ['spf', ['v=spf1 include:amazonses.com.evil.test -all'], 'wrong'],
    ['spf', ['google-site-verification=1'], 'missing'],
    ['spf', ['v=spf1 include:amazonses.com ~all', 'v=spf1 mx -all'], 'conflict'],
    ['dmarc', ['v=DMARC1;p=none', 'v=DMARC1;p=reject'], 'conflict'],
    ['dmarc', ['v=DMARC1;p=reject'], 'found'],
    ['dmarc', ['v=DMARC2'], 'wrong'],
  ])('%s with %j is %s', (purpose, values, expected) => expect(state(purpose, ...values)).toBe(expected))
})

it('shows what a hostile zone says only so far', () => {
  // The two that are in each other's way come first, however many other values stand there.
  expect(judgeRecord(of('spf'), [...Array.from({ length: 20 }, (_, i) => String(i)), 'v=spf1 -all', 'v=spf1 mx']).found?.slice(0, 2)).toEqual(['v=spf1 -all', 'v=spf1 mx'])
  const { found, state } = judgeRecord(of('spf'), ['v=spf1\u0000\u001b[2J', 'x'.repeat(60_000), ...Array.from({ length: 500 }, (_, i) => String(i))])
  expect(state).toBe('missing')
  expect(found?.[0]).toBe('v=spf1\ufffd\ufffd[2J')
  expect(found?.[1]).toHaveLength(300)
  expect(found).toHaveLength(10)
})

describe('status', () => {
  const seen = (ownership: 'found' | 'missing' | 'wrong' | 'unknown') => [{ ...of('ownership'), state: ownership }]

  it('is verified by the own proof and SES together, and by neither alone', () => {
    expect(nextStatus('pending', seen('found'), 'verified')).toBe('verified')
    expect(nextStatus('pending', seen('missing'), 'verified')).toBe('pending')
    expect(nextStatus('pending', seen('wrong'), 'verified')).toBe('pending')
    expect(nextStatus('pending', seen('found'), 'unverified')).toBe('pending')
    expect(nextStatus('pending', [], 'verified')).toBe('pending')
    expect(nextStatus('failing', seen('found'), 'verified')).toBe('verified')
  })

  it('fails when a proof is gone, and not because a server did not answer', () => {
    expect(nextStatus('verified', seen('missing'), 'verified')).toBe('failing')
    expect(nextStatus('verified', seen('wrong'), 'verified')).toBe('failing')
    expect(nextStatus('verified', seen('found'), 'unverified')).toBe('failing')
    expect(nextStatus('verified', seen('unknown'), 'verified')).toBe('verified')
    expect(nextStatus('verified', seen('found'), 'unknown')).toBe('verified')
    expect(nextStatus('failing', seen('unknown'), 'unknown')).toBe('failing')
    expect(nextStatus('verified', seen('found'), 'verified', { withdrawn: true })).toBe('failing')
  })

  it('needs three DKIM records', () => {
    const three = records.filter((r) => r.purpose.startsWith('dkim')).map((r) => ({ ...r, state: 'found' as const }))
    expect(dkimStands(three)).toBe(true)
    expect(dkimStands(three.slice(1))).toBe(false)
  })

  it('is looked at by age', () => {
    const minute = 60_000
    const now = new Date(Date.UTC(2026, 0, 20))
    const ago = (minutes: number) => new Date(now.getTime() - minutes * minute)
    const claim = (age: number) => checkEvery({ status: 'pending', tokenAt: ago(age), expiresAt: claimEnd(ago(age)), failingAt: null, lapsedAt: null }, now)
    expect([claim(0), claim(600), claim(13 * 1440), claim(15 * 1440)]).toEqual([minute, 60 * minute, 360 * minute, undefined])
    const fails = (age: number, lapsed: boolean) => checkEvery({ status: 'failing', tokenAt: ago(0), expiresAt: null, failingAt: ago(age), lapsedAt: lapsed ? ago(0) : null }, now)
    // Ever longer; at the end of the grace at once, so that it ends then.
    expect([fails(0, false), fails(600, false), fails(72 * 60, false), fails(72 * 60, true)]).toEqual([10 * minute, 60 * minute, minute, 360 * minute])
    expect(checkEvery({ status: 'verified', tokenAt: ago(0), expiresAt: null, failingAt: null, lapsedAt: null }, now)).toBe(1440 * minute)
  })
})
