import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/tenant'
import type { KnownUser } from './verify-login'

/** How long a log-in lasts, in seconds. */
export const sessionSeconds = 7 * 86_400
/** How long one lasts that nobody uses: over a day off, not over a week's. docs/security.md says why so long. */
export const idleSeconds = 2 * 86_400
const seenEvery = 60_000

/** Where a log-in comes from. */
export interface LogInFrom {
  ip?: string | undefined
  userAgent?: string | undefined
}
export type LogInMethod = 'password' | 'passkey' | 'provider' | `${'password' | 'provider'}+${'totp' | 'recovery' | 'passkey'}`

/**
 * A row for each log-in: the cookie names it, so that signing out ends it on the server too. Always a new one; `instead` names the log-in
 * that the browser had before, which ends. Gives the row's id.
 */
export async function startSession(userId: string, method: LogInMethod = 'password', { ip, userAgent }: LogInFrom = {}, instead?: string): Promise<string> {
  if (instead) await revokeSession(instead)
  const data = { userId, method, ip: ip ?? null, userAgent: userAgent?.slice(0, 400) ?? null, expiresAt: new Date(Date.now() + sessionSeconds * 1000) }
  return (await database().prisma.loginSession.create({ data, select: { id: true } })).id
}

/** The user of a session that is neither revoked nor over nor idle, nor of a disabled account; else null. Asked at each request. */
export async function sessionUser(sessionId: string): Promise<KnownUser | null> {
  const row = await database().prisma.loginSession.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!row || row.revokedAt || row.expiresAt <= new Date() || row.user.disabledAt) return null
  const now = Date.now()
  if (now - row.lastSeenAt.getTime() > idleSeconds * 1000) return null
  // To the minute, so that a page costs no write.
  if (now - row.lastSeenAt.getTime() > seenEvery) await database().prisma.loginSession.updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date(now) } })
  const { id, email, name, isOperator, locale } = row.user
  return { id, email, name, isOperator, locale }
}

/** Ends a session. Doing it twice is the same as once. */
export async function revokeSession(sessionId: string): Promise<void> {
  await database().prisma.loginSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } })
}

/** Ends all of a user's sessions but the one named. Gives how many. */
export async function revokeSessions(tx: Transaction, userId: string, but?: string): Promise<number> {
  const { count } = await tx.loginSession.updateMany({ where: { userId, revokedAt: null, ...(but === undefined ? {} : { id: { not: but } }) }, data: { revokedAt: new Date() } })
  return count
}
