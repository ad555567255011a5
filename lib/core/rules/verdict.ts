/** Verdict words of SES; UNKNOWN stands for anything else and is never taken for PASS. */
export const verdictWords = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN'] as const
export type Verdict = (typeof verdictWords)[number]
export const verdictNames = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const
export type VerdictName = (typeof verdictNames)[number]
export type Verdicts = Record<VerdictName, Verdict>
