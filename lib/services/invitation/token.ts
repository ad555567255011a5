import { createHash, randomBytes } from 'node:crypto'

/** How long an invitation's link works: 7 days. */
export const invitationMs = 7 * 86_400_000

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A link's token, of which only the hash is kept. */
export const newToken = (): { token: string; tokenHash: string } => {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: tokenHash(token) }
}
