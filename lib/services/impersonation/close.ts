import type { TenantContext } from '@/lib/core/access/actor'
import { asTenant, type Transaction } from '@/lib/db/tenant'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'

/** Why it ended: the operator said so, he began another, its hour was over, its log-in ended, he is no operator any more. */
type Why = 'operator' | 'replaced' | 'time' | 'logIn' | 'flag'

/** Ends one, once: the row, and the audit of both sides. Of the platform's transaction. Gives whether it was open. */
export const closeImpersonation = (tx: Transaction, which: { tenantId: string; id: string }, why: Why, ip?: string): Promise<boolean> =>
  asTenant(tx, which.tenantId, async () => {
    const { tenantId, id } = which
    const { count } = await tx.impersonation.updateMany({ where: { tenantId, id, endedAt: null }, data: { endedAt: new Date(), endedWhy: why } })
    if (count === 0) return false
    const { operatorId, startedAt } = await tx.impersonation.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } })
    const by = why === 'operator' || why === 'replaced'
    const entry = { verb: 'impersonation.end', target: { kind: 'tenant', id: tenantId }, after: { why, startedAt: startedAt.toISOString() } } as const
    // What the clock ends is still told under the operator's name in the tenant: it is his look that is over.
    const inTenant: TenantContext = { actor: { kind: 'operator', id: operatorId }, tenantId, role: 'admin' }
    await recordAudit(tx, inTenant, entry)
    await recordOperatorAudit(tx, { actor: by ? { kind: 'user', id: operatorId } : { kind: 'job', id: 'impersonation' }, ...(ip === undefined ? {} : { ip }) }, entry)
    return true
  })
