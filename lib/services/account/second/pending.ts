import { createHash } from 'node:crypto'
import { database } from '@/lib/db/client'
import type { KnownUser } from '@/lib/services/account/verify-login'
import { asksSecond, readFactors, type Factors } from './factors'

const stampOf = (passwordHash: string | null): string => createHash('sha256').update(passwordHash ?? '').digest('base64url').slice(0, 16)

/** Whether a log-in of this user goes on to a second step; then with the stamp of the password that the first step was made with. */
export async function needsSecond(userId: string): Promise<{ stamp: string } | undefined> {
  if (!asksSecond(await readFactors(userId))) return undefined
  const { passwordHash } = await database().prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } })
  return { stamp: stampOf(passwordHash) }
}

/** Who made a first step, and what he has for the second; undefined where the account was disabled or its password changed since. */
export async function findPending(userId: string, stamp: string): Promise<{ user: KnownUser; factors: Factors } | undefined> {
  const row = await database().prisma.user.findFirst({ where: { id: userId, disabledAt: null } })
  if (!row || stampOf(row.passwordHash) !== stamp) return undefined
  const { id, email, name, isOperator, locale } = row
  return { user: { id, email, name, isOperator, locale }, factors: await readFactors(userId) }
}
