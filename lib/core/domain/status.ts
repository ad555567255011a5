import type { CheckedRecord } from './records'

export type DomainStatus = 'pending' | 'verified' | 'failing'

/** What SES says; `unknown`: it could not be asked, or was not. */
export type IdentityProof = 'verified' | 'unverified' | 'unknown'

/**
 * The status after a look. Proof is the tenant's own TXT record and SES's verified identity, both: an identity that somebody verified in
 * the account is never enough. What could not be looked up changes nothing. A failing domain keeps its owner and goes on receiving.
 */
export function nextStatus(now: DomainStatus, records: readonly CheckedRecord[], identity: IdentityProof): DomainStatus {
  const ownership = records.find((r) => r.purpose === 'ownership')?.state ?? 'unknown'
  if (ownership === 'found' && identity === 'verified') return 'verified'
  if (now === 'pending') return 'pending'
  const gone = ownership === 'missing' || ownership === 'wrong' || identity === 'unverified'
  return gone ? 'failing' : now
}

/** Whether SES can be expected to verify the domain: all three DKIM records stand. */
export const dkimStands = (records: readonly CheckedRecord[]): boolean =>
  records.filter((r) => r.purpose.startsWith('dkim') && r.state === 'found').length === 3

/** Claims older than this are no longer looked at by themselves. */
const claimDays = 14

const minute = 60_000

/**
 * Milliseconds between two looks of our own: a verified or failing domain's once a day (failing: an hour; with something `asked` of SES: a
 * minute), a claim's ever slower, from a minute to six hours; undefined where it is no longer looked at. `domains_to_check` says the same.
 */
export function checkEvery(status: DomainStatus, ageMs: number, asked = false): number | undefined {
  if (asked && status !== 'pending') return minute
  if (status === 'verified') return 24 * 60 * minute
  if (status === 'failing') return 60 * minute
  if (ageMs > claimDays * 24 * 60 * minute) return undefined
  return Math.min(Math.max(ageMs / 10, minute), 360 * minute)
}
