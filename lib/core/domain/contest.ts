/**
 * Whose a domain is where a second tenant has proved it. All of a name's TXT values come in one answer, which whoever runs the zone has made:
 * with the claimant's token and without the owner's, it says that the zone is the claimant's now. With both, the owner stays: the claimant, who
 * can write to the zone, can take the owner's away. One danger is left, a cache that still tells the zone of long ago, when the claimant had it
 * and the owner not yet. So the answer must be newer than the owner's last proof (the claimant's token was issued after it), or have stood for
 * as long as a cache may have kept it.
 */
export type Contest = { kind: 'stays' } | { kind: 'waits'; ms: number } | { kind: 'moves' }

interface Contested {
  /** All values at the name, as seen now: the claimant's token is among them. */
  found: readonly string[]
  owner: { token: string; provenAt: Date | null }
  claim: { tokenAt: Date; aloneSince: Date | null }
  /** Seconds for which the answer may have been cached; undefined where that could not be read. */
  ttl: number | undefined
  now: Date
}

/** Where the TTL cannot be read. */
const longTtl = 3600

export function contest({ found, owner, claim, ttl = longTtl, now }: Contested): Contest {
  if (found.some((value) => value.trim() === `pr=${owner.token}`)) return { kind: 'stays' }
  if (owner.provenAt !== null && claim.tokenAt > owner.provenAt) return { kind: 'moves' }
  const left = (claim.aloneSince ?? now).getTime() + ttl * 1000 - now.getTime()
  return left <= 0 ? { kind: 'moves' } : { kind: 'waits', ms: left }
}
