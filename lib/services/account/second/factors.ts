import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/tenant'

export interface Factors {
  /** An app that makes codes. */
  app: boolean
  passkeys: number
  /** Recovery codes that are left. */
  recovery: number
}

/** What a user has for the second step. Without an app and a passkey none is asked for. */
export async function readFactors(userId: string, tx: Transaction = database().prisma): Promise<Factors> {
  const [app, passkeys, recovery] = [
    await tx.totp.count({ where: { userId, confirmedAt: { not: null } } }),
    await tx.passkey.count({ where: { userId } }),
    await tx.recoveryCode.count({ where: { userId, usedAt: null } }),
  ]
  return { app: app > 0, passkeys, recovery }
}

export const asksSecond = ({ app, passkeys }: Factors): boolean => app || passkeys > 0
