import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { withoutSecrets } from '@/lib/core/audit/secret'
import type { AuditVerb } from '@/lib/core/audit/verb'
import type { Transaction } from '@/lib/db/tenant'
import type { Prisma } from '@/lib/db/generated/client'

export interface AuditEntry {
  verb: AuditVerb
  target: { kind: string; id?: string }
  before?: Prisma.InputJsonValue
  after?: Prisma.InputJsonValue
}

const row = (ctx: OperatorContext, entry: AuditEntry) => ({
  actorKind: ctx.actor.kind,
  actorId: ctx.actor.id,
  ip: ctx.ip ?? null,
  verb: entry.verb,
  targetKind: entry.target.kind,
  targetId: entry.target.id ?? null,
  ...(entry.before === undefined ? {} : { before: withoutSecrets(entry.before) }),
  ...(entry.after === undefined ? {} : { after: withoutSecrets(entry.after) }),
})

/** Last beat of each write: who did what, before and after, in the same transaction. */
export async function recordAudit(tx: Transaction, ctx: TenantContext, entry: AuditEntry): Promise<void> {
  await tx.audit.createMany({ data: [{ tenantId: ctx.tenantId, ...row(ctx, entry) }] })
}

export async function recordOperatorAudit(tx: Transaction, ctx: OperatorContext, entry: AuditEntry): Promise<void> {
  await tx.operatorAudit.createMany({ data: [row(ctx, entry)] })
}
