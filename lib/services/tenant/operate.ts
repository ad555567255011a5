import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import type { Tenant } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { recordAudit, recordOperatorAudit, type AuditEntry } from '@/lib/services/audit/record'
import { changeStanding } from './change'

interface Operation {
  tx: Transaction
  tenant: Tenant
  /** Writes the same into the operators' audit and the tenant's own. */
  record: (entry: AuditEntry) => Promise<void>
}

/** What an operator is in the tenant's own audit. From where he came is not the tenant's to know. */
const operatorIn = (ctx: OperatorContext, tenantId: string): TenantContext => ({ actor: { kind: 'operator', id: ctx.actor.id }, tenantId, role: 'owner' })

/** An operator's act on how one tenant stands. Throws as `changeStanding`. */
export const operate = <R>(ctx: OperatorContext, id: string, work: (operation: Operation) => Promise<R>): Promise<R> =>
  changeStanding(id, async (tx, tenant) => {
    const record = async (entry: AuditEntry) => {
      await recordOperatorAudit(tx, ctx, entry)
      await recordAudit(tx, operatorIn(ctx, id), entry)
    }
    return work({ tx, tenant, record })
  })
