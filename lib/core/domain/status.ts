import type { CheckedRecord } from './records'

export type DomainStatus = 'pending' | 'verified' | 'failing'

/** What SES says; `unknown`: it could not be asked, or was not. */
export type IdentityProof = 'verified' | 'unverified' | 'unknown'

/**
 * The status after a look. Proof is the tenant's own TXT record and SES's verified identity, both: an identity that somebody verified in
 * the account is never enough. What could not be looked up changes nothing. A failing domain keeps its owner, and receives while its grace
 * lasts. `withdrawn`: the owner of the domain above took the consent back.
 */
export function nextStatus(now: DomainStatus, records: readonly CheckedRecord[], identity: IdentityProof, { withdrawn = false } = {}): DomainStatus {
  const ownership = records.find((r) => r.purpose === 'ownership')?.state ?? 'unknown'
  if (withdrawn && now !== 'pending') return 'failing'
  if (ownership === 'found' && identity === 'verified') return 'verified'
  if (now === 'pending') return 'pending'
  const gone = ownership === 'missing' || ownership === 'wrong' || identity === 'unverified'
  return gone ? 'failing' : now
}

/** Whether SES can be expected to verify the domain: all three DKIM records stand. */
export const dkimStands = (records: readonly CheckedRecord[]): boolean =>
  records.filter((r) => r.purpose.startsWith('dkim') && r.state === 'found').length === 3

const minute = 60_000
const hour = 60 * minute

/** How long a claim waits for its proof. */
const claimDays = 14
export const claimEnd = (from: Date): Date => new Date(from.getTime() + claimDays * 24 * hour)

/** How long mail is still taken for a domain whose proof is gone. */
export const graceHours = 72
export const graceEnd = (failingAt: Date): Date => new Date(failingAt.getTime() + graceHours * hour)

/** Another notice of the same trouble comes after this at the earliest, however often the DNS changes. */
export const noticeRestMs = 24 * hour

interface Standing {
  status: DomainStatus
  tokenAt: Date
  expiresAt: Date | null
  failingAt: Date | null
  lapsedAt: Date | null
  /** Something is still to be told to SES. */
  asked?: boolean
}

/**
 * Milliseconds between two looks of our own: a verified domain's a day, a claim's and a failing domain's ever longer, up to six hours;
 * undefined where it is no longer looked at. `domains_to_check` says the same.
 */
export function checkEvery({ status, tokenAt, expiresAt, failingAt, lapsedAt, asked = false }: Standing, now: Date): number | undefined {
  const slowing = (since: Date, least: number) => Math.min(Math.max((now.getTime() - since.getTime()) / 10, least), 6 * hour)
  if (asked && status !== 'pending') return minute
  if (status === 'verified') return 24 * hour
  if (status === 'failing') {
    const since = failingAt ?? now
    return lapsedAt === null && graceEnd(since) <= now ? minute : slowing(since, 10 * minute)
  }
  return expiresAt !== null && expiresAt <= now ? undefined : slowing(tokenAt, minute)
}
