import { describe, expect, it } from 'vitest'
import { readDmarc } from './dmarc'
import { dnsHost, nameAtHost } from './dns-host'
import { explain } from './explain'
import type { Facts } from './facts'
import type { MailFromState } from './mail-from'
import { judgeRecord, neededRecords, type Purpose } from './records'
import { countSpf } from './spf'
import { conflicts, firstToDo, standing } from './standing'
import { zoneFile } from './zone-file'

const records = neededRecords({ name: 'a.test', token: '01', dkimTokens: ['x', 'y', 'z'], region: 'us-east-1', mailFrom: 'bounce.a.test' })
const told = (purpose: Purpose, found: string[], facts: Facts = {}) => {
  const needed = records.find((r) => r.purpose === purpose)
  if (!needed) throw new Error(purpose)
  const checked = judgeRecord(needed, found)
  return { ...checked, ...explain(checked, facts) }
}
const ours = 'inbound-smtp.us-east-1.amazonaws.com'

describe('explain', () => {
  it.each<[Purpose, string[], Facts, string, string | null, string | null]>([
    ['ownership', ['pr=01'], {}, 'ok', null, null],
    ['ownership', [], {}, 'missing', 'ownershipMissing', 'add'],
    ['ownership', ['pr=02'], {}, 'bad', 'ownershipWrong', 'replace'],
    ['ownership', [], { cnames: [{ name: '_postroom.a.test', target: 'b.test' }] }, 'bad', 'cname', 'removeCname'],
    ['mx', [`10 ${ours}`], {}, 'ok', null, null],
    ['mx', ['10 mx.old.test'], {}, 'bad', 'mxElsewhere', 'replaceMx'],
    ['mx', ['0 '], {}, 'bad', 'mxNull', 'replaceMx'],
    ['mx', ['10 inbound-smtp.eu-west-1.amazonaws.com'], {}, 'bad', 'mxRegion', 'replaceMx'],
    ['mx', [`10 ${ours}`, '5 mx.old.test'], {}, 'bad', 'mxBefore', 'removeMx'],
    ['mx', [`10 ${ours}`, '10 mx.old.test'], {}, 'bad', 'mxBeside', 'removeMx'],
    ['mx', [`10 ${ours}`, '20 mx.old.test'], {}, 'advised', 'mxAfter', 'removeMxAfter'],
    ['dkim1', ['other.test'], {}, 'bad', 'dkimWrong', 'replace'],
    ['dkim1', ['x.dkim.amazonses.com'], { identity: 'unverified' }, 'unsure', 'dkimFailing', 'waitSes'],
    ['spf', ['v=spf1 include:amazonses.com ~all'], { spf: { lookups: 1 } }, 'ok', null, null],
    ['spf', ['v=spf1 include:amazonses.com ~all', 'v=spf1 mx'], {}, 'bad', 'spfTwo', 'mergeSpf'],
    ['spf', ['v=spf1 mx -all'], {}, 'bad', 'spfOther', 'includeSpf'],
    ['spf', ['v=spf1 include:amazonses.com ~all'], { spf: { lookups: 9 } }, 'advised', 'spfNear', 'mindSpf'],
    ['spf', ['v=spf1 include:amazonses.com ~all'], { spf: { lookups: 11 } }, 'bad', 'spfTooMany', 'shortenSpf'],
    ['spf', ['v=spf1 include:amazonses.com ~all'], { spf: { lookups: 2, problem: 'loop', at: 'b.test' } }, 'bad', 'spfLoop', 'mendSpf'],
    ['dmarc', [], {}, 'advised', 'dmarcMissing', 'addAdvised'],
    ['dmarc', ['v=DMARC1; p=nonsense'], {}, 'bad', 'dmarcSyntax', 'mendDmarc'],
    ['dmarc', ['v=DMARC1; p=none'], {}, 'advised', 'dmarcNoReports', 'reportDmarc'],
    ['dmarc', ['v=DMARC1; p=none; rua=mailto:d@a.test'], {}, 'advised', 'dmarcNone', 'watchDmarc'],
    ['dmarc', ['v=DMARC1; p=reject; sp=none; rua=mailto:d@a.test'], {}, 'advised', 'dmarcSp', 'spDmarc'],
    ['dmarc', ['v=DMARC1; p=reject; rua=mailto:d@a.test'], {}, 'ok', null, null],
    ['dmarc', ['v=DMARC1;p=none', 'v=DMARC1;p=reject'], {}, 'bad', 'dmarcTwo', 'mergeDmarc'],
    ['mailFromMx', ['10 feedback-smtp.us-east-1.amazonses.com', '20 b.test'], {}, 'bad', 'mailFromMany', 'oneMailFrom'],
    ['mailFromMx', [], {}, 'missing', 'mailFromMissing', 'add'],
    ['mailFromMx', ['10 mx.old.test'], {}, 'bad', 'mailFromElsewhere', 'replace'],
    ['mailFromMx', ['10 feedback-smtp.us-east-1.amazonses.com'], { mailFrom: { domain: 'bounce.a.test', state: 'pending', onMxFailure: 'default' } }, 'unsure', 'mailFromWaits', 'waitSes'],
    ['mailFromMx', ['10 feedback-smtp.us-east-1.amazonses.com'], { mailFrom: { domain: 'bounce.a.test', state: 'verified', onMxFailure: 'default' } }, 'ok', null, null],
    ['mailFromSpf', [], {}, 'missing', 'mailFromSpfMissing', 'add'],
    ['mailFromSpf', ['v=spf1 mx -all'], {}, 'bad', 'spfOther', 'includeSpf'],
    ['mailFromSpf', ['v=spf1 include:amazonses.com ~all', 'v=spf1 -all'], {}, 'bad', 'spfTwo', 'mergeSpf'],
  ])('%s with %j and %j is %s: %s, %s', (purpose, found, facts, mark, why, act) => {
    const { mark: m, why: w, do: d } = told(purpose, found, facts)
    expect([m, w?.key ?? null, d?.key ?? null]).toEqual([mark, why, act])
  })

  it('says what it does not know', () => {
    const needed = records[0]!
    expect(explain({ ...needed, state: 'unknown' }, {}).mark).toBe('unsure')
    expect(explain({ ...needed, state: 'missing' }, {}, false).why?.key).toBe('unchecked')
  })
})

describe('standing', () => {
  const all = (mx: string[]) => [told('ownership', ['pr=01']), told('mx', mx), ...(['dkim1', 'dkim2', 'dkim3'] as const).map((p, i) => told(p, [`${'xyz'[i]}.dkim.amazonses.com`])), told('spf', ['v=spf1 include:amazonses.com ~all'])]
  it('is never greener than its records', () => {
    expect(standing('verified', all([`10 ${ours}`]))).toEqual({ receiving: 'receives', sending: 'ready' })
    expect(standing('verified', all(['10 mx.old.test']))).toEqual({ receiving: 'elsewhere', sending: 'ready' })
    expect(standing('verified', all([`10 ${ours}`, '5 mx.old.test'])).receiving).toBe('partly')
    expect(standing('verified', all([])).receiving).toBe('nowhere')
    expect(standing('verified', all([`10 ${ours}`]).filter((r) => r.purpose !== 'dkim2')).sending).toBe('broken')
    expect(standing('pending', all([`10 ${ours}`]))).toEqual({ receiving: 'waiting', sending: 'waiting' })
    expect(firstToDo(all(['10 mx.old.test']))?.purpose).toBe('mx')
  })
  it('knows what the MAIL FROM domain does to sending', () => {
    const fine = all([`10 ${ours}`])
    const sending = (state: MailFromState, onMxFailure: 'default' | 'reject' = 'default') => standing('verified', fine, { mailFrom: { state, onMxFailure } }).sending
    expect([sending('verified'), sending('pending'), sending('asked'), sending('gone'), sending('foreign')]).toEqual(['ready', 'ready', 'unsure', 'flawed', 'flawed'])
    expect([sending('verified', 'reject'), sending('pending', 'reject'), sending('failed', 'reject')]).toEqual(['ready', 'broken', 'broken'])
    expect(standing('verified', [...fine.filter((r) => r.purpose !== 'spf'), { ...told('spf', []), mark: 'unsure' }]).sending).toBe('unsure')
    expect(standing('verified', fine, { applied: false }).receiving).toBe('unapplied')
  })
  it('names what stands in the way first', () => {
    const domain = { name: 'a.test', status: 'pending' as const, hold: 'taken' as const, mailFrom: null, foreignMailFrom: 'm.a.test' }
    expect(conflicts(domain, [told('ownership', [])], { ns: [], wildcard: true }).map((c) => c.key)).toEqual(['taken', 'undelegated', 'wildcard', 'foreignMailFrom'])
    expect(conflicts({ ...domain, hold: null, foreignMailFrom: null }, [told('ownership', ['pr=01'])], { ns: [] })).toEqual([])
  })
})

describe('SPF look-ups', () => {
  const zone = (records: Record<string, string>) => async (name: string) => (records[name] === undefined ? [] : [records[name]])
  it('are counted through includes and redirect', async () => {
    expect(await countSpf('a.test', 'v=spf1 a mx include:b.test ip4:192.0.2.1 -all', zone({ 'b.test': 'v=spf1 exists:%{i}.c.test redirect=d.test', 'd.test': 'v=spf1 -all' }))).toEqual({ lookups: 5 })
  })
  it('stop at a loop, at what is no record, at what is no term, and above the limit', async () => {
    expect(await countSpf('a.test', 'v=spf1 include:b.test -all', zone({ 'b.test': 'v=spf1 include:a.test' }))).toMatchObject({ problem: 'loop', at: 'a.test' })
    expect(await countSpf('a.test', 'v=spf1 include:b.test -all', zone({}))).toMatchObject({ problem: 'void', at: 'b.test' })
    expect(await countSpf('a.test', 'v=spf1 inclde:b.test -all', zone({}))).toMatchObject({ problem: 'syntax', at: 'inclde:b.test' })
    let asked = 0
    const wide = async (name: string) => (asked++, [`v=spf1 include:x${asked}.${name.slice(-6)} include:y${asked}.${name.slice(-6)}`])
    expect((await countSpf('a.test', 'v=spf1 include:b.test', wide)).lookups).toBe(11)
    expect(asked).toBeLessThanOrEqual(10)
  })
})

it('a DMARC record is read by its tags', () => {
  expect(readDmarc('v=DMARC1; p=reject; adkim=s; rua=mailto:a@b.test,mailto:c@d.test;')).toMatchObject({ dmarc: { p: 'reject', strictDkim: true, rua: ['mailto:a@b.test', 'mailto:c@d.test'] } })
  for (const [text, problem] of [['v=DMARC1', 'p'], ['v=DMARC1; p=none; rua=a@b.test', 'rua=a@b.test'], ['v=DMARC1; p=none p=x', 'p=none p=x'], ['v=DMARC1; p=none; pct=200', 'pct=200'], ['v=DMARC1; none', 'none']])
    expect(readDmarc(text ?? '')).toEqual({ problem })
})

describe('the DNS host', () => {
  it.each([
    [['ns-12.awsdns-01.com', 'ns-900.awsdns-48.co.uk'], 'Amazon Route 53'],
    [['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'], 'Cloudflare'],
    [['ns01.domaincontrol.com'], 'GoDaddy'],
    [['ns-cloud-a1.googledomains.com'], 'Google Cloud DNS'],
    [['ns1.dns.ne.jp', 'ns2.dns.ne.jp'], 'さくらインターネット'],
    [['01.dnsv.jp'], undefined],
    [['ada.ns.cloudflare.com', 'ns1.digitalocean.com'], undefined],
    [[], undefined],
  ])('of %j is %s', (ns, name) => expect(dnsHost(ns)?.name).toBe(name))

  it('writes names as its form wants them', () => {
    const [r53, ovh] = [dnsHost(['ns-12.awsdns-01.com']), dnsHost(['dns10.ovh.net'])]
    expect(nameAtHost('_dmarc.a.test', 'a.test', r53)).toBe('_dmarc.a.test')
    expect(nameAtHost('a.test', 'a.test', ovh)).toBe('')
    expect([nameAtHost('a.test', 'a.test'), nameAtHost('_dmarc.m.a.test', 'a.test')]).toEqual(['@', '_dmarc.m'])
  })
})

it('the zone file quotes and ends names', () => {
  const text = zoneFile('a.test', [...records, { purpose: 'spf', type: 'TXT', name: 'a.test', value: `a"\\é${'x'.repeat(300)}` }])
  expect(text).toContain('_postroom.a.test. IN TXT "pr=01"\n')
  expect(text).toContain(`a.test. IN MX 10 ${ours}.\n`)
  expect(text).toContain('IN TXT "a\\"\\\\\\195\\169')
  expect(text).toMatch(/x" "x/)
})
