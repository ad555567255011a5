import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'

export interface LostMail {
  unrouted: { sesMessageId: string; recipient: string; reason: string; receivedAt: Date }[]
  orphans: { key: string; size: number; storedAt: Date; foundAt: Date }[]
}

const most = 50

/** The newest mail that no tenant takes, and raw objects that no delivery came of; at most 50 each. Throws Refusal `forbidden`. */
export async function readLostMail({ ctx }: { ctx: OperatorContext }): Promise<LostMail> {
  authorizeOperator(ctx, 'platform.read')
  return inPlatform(async (tx) => ({
    unrouted: await tx.unrouted.findMany({
      orderBy: [{ receivedAt: 'desc' }, { sesMessageId: 'asc' }, { recipient: 'asc' }],
      take: most,
      select: { sesMessageId: true, recipient: true, reason: true, receivedAt: true },
    }),
    orphans: await tx.orphanObject.findMany({
      where: { resolvedAt: null },
      orderBy: [{ storedAt: 'desc' }, { key: 'asc' }],
      take: most,
      select: { key: true, size: true, storedAt: true, foundAt: true },
    }),
  }))
}
