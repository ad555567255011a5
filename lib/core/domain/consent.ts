/** What the tenant that owns the domain above says of a claim below it. */
export const consents = ['asked', 'granted', 'refused', 'withdrawn'] as const
export type Consent = (typeof consents)[number]

export const consentAnswers = ['grant', 'refuse', 'withdraw'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** What becomes of a request by an answer; undefined where that cannot be said now. An owner may think again: a refusal can become a grant. */
export function answered(now: Consent, answer: ConsentAnswer): Consent | undefined {
  if (answer === 'grant') return now === 'granted' ? undefined : 'granted'
  if (answer === 'refuse') return now === 'asked' ? 'refused' : undefined
  return now === 'granted' ? 'withdrawn' : undefined
}
