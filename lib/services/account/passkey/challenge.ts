import { createHash, randomBytes } from 'node:crypto'
import { config } from '@/lib/config'
import type { Transaction } from '@/lib/db/tenant'

export type Purpose = 'register' | 'login' | 'second' | 'prove'
const lifetime = 300_000

/** Who we are to an authenticator (WebAuthn §5.1.2): the console's host, and the origin that the browser must have seen. */
export function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(config().url)
  return { id: hostname, origin }
}

const hashOf = (challenge: string): string => createHash('sha256').update(challenge).digest('hex')

/** A challenge for one purpose, and for one user where he is known. As the bytes that the library signs off on; its hash is kept. */
export async function makeChallenge(tx: Transaction, purpose: Purpose, userId?: string): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const hash = hashOf(Buffer.from(challenge).toString('base64url'))
  await tx.passkeyChallenge.createMany({ data: [{ hash, purpose, userId: userId ?? null, expiresAt: new Date(Date.now() + lifetime) }] })
  return challenge
}

/** Whether it is an open challenge of this purpose and user; then it is gone. */
export async function takeChallenge(tx: Transaction, challenge: string, purpose: Purpose, userId?: string): Promise<boolean> {
  const { count } = await tx.passkeyChallenge.deleteMany({ where: { hash: hashOf(challenge), purpose, userId: userId ?? null, expiresAt: { gt: new Date() } } })
  return count === 1
}
