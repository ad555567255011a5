import { describe, expect, it } from 'vitest'
import { applyOverride, parseOverride } from './local-verdict'
import { dkimVerdict, dmarcVerdict, spfVerdict, type SignatureResult, type Verdicts } from './verdicts'

describe('SPF', () => {
  it.each([
    ['pass', 'PASS'],
    ['fail', 'FAIL'],
    ['none', 'GRAY'],
    ['softfail', 'GRAY'],
    ['neutral', 'GRAY'],
    ['temperror', 'PROCESSING_FAILED'],
    ['permerror', 'PROCESSING_FAILED'],
    ['something new', 'PROCESSING_FAILED'],
  ])('%s → %s', (result, verdict) => expect(spfVerdict(result)).toBe(verdict))
})

describe('DKIM', () => {
  const own = (result: string): SignatureResult => ({ result, domain: 'shop.test', aligned: true })
  const other = (result: string): SignatureResult => ({ result, domain: 'list.test', aligned: false })
  it.each<[string, SignatureResult[], boolean, string]>([
    ['no signature', [], false, 'GRAY'],
    ['own pass', [own('pass')], false, 'PASS'],
    ['own bad signature', [own('fail')], false, 'FAIL'],
    ['own body hash', [own('neutral')], false, 'FAIL'],
    ['own weak key', [own('policy')], false, 'FAIL'],
    ['another domain passes', [other('pass')], false, 'GRAY'],
    ['another domain fails', [other('fail')], false, 'GRAY'],
    ['own fails, another passes', [own('fail'), other('pass')], false, 'FAIL'],
    ['one own fails, one own passes', [own('fail'), own('pass')], false, 'PASS'],
    ['DNS trouble', [own('temperror')], false, 'PROCESSING_FAILED'],
    ['DNS trouble beside a failure', [own('fail'), own('temperror')], false, 'PROCESSING_FAILED'],
    ['a field that cannot be read', [], true, 'PROCESSING_FAILED'],
    ['a field that cannot be read beside a pass', [own('pass')], true, 'PASS'],
  ])('%s', (_, signatures, unreadable, verdict) => expect(dkimVerdict(signatures, unreadable)).toBe(verdict))
})

describe('DMARC', () => {
  it.each<[string, string | undefined, Partial<Verdicts>]>([
    ['pass', 'reject', { dmarc: 'PASS' }],
    ['pass', 'Quarantine', { dmarc: 'PASS' }],
    ['pass', 'none', { dmarc: 'GRAY' }],
    ['pass', undefined, { dmarc: 'GRAY' }],
    ['fail', 'reject', { dmarc: 'FAIL', dmarcPolicy: 'reject' }],
    ['fail', 'QUARANTINE', { dmarc: 'FAIL', dmarcPolicy: 'quarantine' }],
    ['fail', 'none', { dmarc: 'FAIL', dmarcPolicy: 'none' }],
    ['fail', 'nonsense', { dmarc: 'FAIL', dmarcPolicy: 'none' }],
    ['none', undefined, { dmarc: 'GRAY' }],
    ['temperror', undefined, { dmarc: 'PROCESSING_FAILED' }],
    ['undetermined', undefined, { dmarc: 'PROCESSING_FAILED' }],
  ])('%s under %s', (result, policy, expected) => expect(dmarcVerdict(result, policy)).toEqual(expected))
})

describe('the verdict switch', () => {
  const found: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'FAIL', dkim: 'GRAY', dmarc: 'FAIL', dmarcPolicy: 'none' }

  it('reads what it knows and passes over the rest', () => {
    expect(parseOverride(' Spam=gray ;virus = PROCESSING_FAILED; dmarcPolicy=Quarantine; spf=MAYBE; taste=FAIL; =; x')).toEqual({
      spam: 'GRAY',
      virus: 'PROCESSING_FAILED',
      dmarcPolicy: 'quarantine',
    })
  })

  it('goes over what was found, and tells a policy only with a DMARC failure', () => {
    expect(applyOverride(found, parseOverride('spam=FAIL; spf=PASS'))).toEqual({ ...found, spam: 'FAIL', spf: 'PASS' })
    expect(applyOverride(found, parseOverride('dmarc=PASS'))).not.toHaveProperty('dmarcPolicy')
    const passed: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' }
    expect(applyOverride(passed, parseOverride('dmarc=FAIL')).dmarcPolicy).toBe('reject')
    expect(applyOverride(passed, parseOverride('dmarc=FAIL; dmarcPolicy=quarantine')).dmarcPolicy).toBe('quarantine')
  })
})
