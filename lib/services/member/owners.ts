import { Refusal } from '@/lib/core/access/refusal'
import type { Transaction } from '@/lib/db/tenant'

/**
 * Before somebody stops being an owner: refuses where no other owner is left. Locks the owners' rows until the transaction ends, so that of
 * two who leave at once the second sees the first gone. An owner whose account is disabled cannot act, so he does not count.
 * Throws Refusal `conflict`.
 */
export async function refuseLastOwner(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  const owners = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId"::text AS "userId" FROM membership WHERE "tenantId" = ${tenantId}::uuid AND role = 'owner' ORDER BY "userId" FOR UPDATE`
  const others = owners.map((o) => o.userId).filter((id) => id !== userId)
  if ((await tx.user.count({ where: { id: { in: others }, disabledAt: null } })) > 0) return
  const message = 'A tenant needs an owner, and this is its last: make somebody else an owner first.'
  throw new Refusal('conflict', message, [{ path: [], message, code: 'lastOwner' }])
}
