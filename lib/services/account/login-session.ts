import { database } from '@/lib/db/client'
import type { KnownUser } from './verify-login'

/** How long a log-in lasts, in seconds. */
export const sessionSeconds = 7 * 86_400

/** A row for each log-in: the cookie names it, so that signing out ends it on the server too. Gives the row's id. */
export async function startSession(userId: string): Promise<string> {
  const { id } = await database().prisma.loginSession.create({ data: { userId, expiresAt: new Date(Date.now() + sessionSeconds * 1000) } })
  return id
}

/** The user of a session that is neither revoked nor over, nor of a disabled account; else null. Asked at each request. */
export async function sessionUser(sessionId: string): Promise<KnownUser | null> {
  const row = await database().prisma.loginSession.findUnique({ where: { id: sessionId }, include: { user: true } })
  if (!row || row.revokedAt || row.expiresAt <= new Date() || row.user.disabledAt) return null
  const { id, email, name, isOperator, locale } = row.user
  return { id, email, name, isOperator, locale }
}

/** Ends a session. Doing it twice is the same as once. */
export async function revokeSession(sessionId: string): Promise<void> {
  await database().prisma.loginSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } })
}
