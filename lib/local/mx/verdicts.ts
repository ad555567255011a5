/** SES's words, and the undocumented DISABLED of a rule that does not scan. */
export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED'
export type DmarcPolicy = 'none' | 'quarantine' | 'reject'

export interface Verdicts {
  spam: Verdict
  virus: Verdict
  spf: Verdict
  dkim: Verdict
  dmarc: Verdict
  /** Only where DMARC failed. */
  dmarcPolicy?: DmarcPolicy
}

/** One DKIM-Signature as verified (RFC 8601 §2.7.1), and whether its domain agrees with that of From (RFC 7489 §3.1.1, relaxed). */
export interface SignatureResult {
  result: string
  domain: string
  aligned: boolean
}

/** SPF result (RFC 7208 §2.6) → SES. */
export function spfVerdict(result: string): Verdict {
  if (result === 'pass') return 'PASS'
  if (result === 'fail') return 'FAIL'
  return result === 'none' || result === 'softfail' || result === 'neutral' ? 'GRAY' : 'PROCESSING_FAILED'
}

/**
 * DKIM → SES. The best signature of the From domain counts; one of another domain never passes.
 * `unreadable`: a DKIM-Signature field that could not be read at all.
 */
export function dkimVerdict(signatures: SignatureResult[], unreadable: boolean): Verdict {
  const own = signatures.filter((s) => s.aligned)
  if (own.some((s) => s.result === 'pass')) return 'PASS'
  if (own.some((s) => s.result === 'temperror')) return 'PROCESSING_FAILED'
  if (own.length > 0) return 'FAIL'
  return unreadable || signatures.some((s) => s.result === 'temperror') ? 'PROCESSING_FAILED' : 'GRAY'
}

export const isPolicy = (word: string): word is DmarcPolicy => word === 'none' || word === 'quarantine' || word === 'reject'

/**
 * DMARC → SES. A pass under p=none is GRAY by AWS's table; a failure is FAIL under any policy, which real notifications show
 * with `dmarcPolicy: none` too. `undetermined`: no From field, or several.
 */
export function dmarcVerdict(result: string, policy: string | undefined): Pick<Verdicts, 'dmarc' | 'dmarcPolicy'> {
  const p = (policy ?? 'none').toLowerCase().trim()
  const known = isPolicy(p) ? p : 'none'
  if (result === 'pass') return { dmarc: known === 'none' ? 'GRAY' : 'PASS' }
  if (result === 'fail') return { dmarc: 'FAIL', dmarcPolicy: known }
  return { dmarc: result === 'none' ? 'GRAY' : 'PROCESSING_FAILED' }
}
