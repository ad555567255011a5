/** Where a key stands: `soon` ends within a week. */
export type KeyState = 'active' | 'soon' | 'expired' | 'revoked'

/** A key's end is said this long before it. */
export const soonMs = 7 * 86_400_000

export function keyState({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }, now: number): KeyState {
  if (revokedAt) return 'revoked'
  const left = (expiresAt?.getTime() ?? Infinity) - now
  return left <= 0 ? 'expired' : left <= soonMs ? 'soon' : 'active'
}
