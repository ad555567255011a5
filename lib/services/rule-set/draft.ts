import type { TenantContext } from '@/lib/core/access/actor'
import type { Rule } from '@/lib/core/rules/rule'
import type { Transaction } from '@/lib/db/tenant'
import type { Prisma } from '@/lib/db/generated/client'
import { recordAudit } from '@/lib/services/audit/record'

export interface Draft {
  rules: Rule[]
  /** Grows with each save; 0 where nothing was saved yet. */
  revision: number
}

/** The column holds what RuleSet let through, so its form is known. */
export const rulesOf = (column: Prisma.JsonValue): Rule[] => column as unknown as Rule[]
export const columnOf = (rules: Rule[]): Prisma.InputJsonValue => rules as unknown as Prisma.InputJsonValue

export async function findDraft(tx: Transaction, tenantId: string): Promise<Draft> {
  const row = await tx.ruleDraft.findUnique({ where: { tenantId }, select: { rules: true, revision: true } })
  return row ? { rules: rulesOf(row.rules), revision: row.revision } : { rules: [], revision: 0 }
}

/** As `findDraft`, and no other transaction saves or publishes before this one ends. */
export async function lockDraft(tx: Transaction, tenantId: string): Promise<Draft> {
  await tx.ruleDraft.createMany({ data: [{ tenantId, rules: [], revision: 0 }], skipDuplicates: true })
  await tx.$queryRaw`SELECT 1 FROM rule_draft WHERE "tenantId" = ${tenantId}::uuid FOR UPDATE`
  return findDraft(tx, tenantId)
}

/** Writes a draft that was locked as `before`, with its audit row. `rules` went through RuleSet. */
export async function writeDraft(tx: Transaction, ctx: TenantContext, before: Draft, rules: Rule[]): Promise<Draft> {
  const revision = before.revision + 1
  await tx.ruleDraft.updateMany({ where: { tenantId: ctx.tenantId }, data: { rules: columnOf(rules), revision, updatedBy: ctx.actor.id } })
  await recordAudit(tx, ctx, {
    verb: 'rules.saveDraft',
    target: { kind: 'ruleDraft', id: String(revision) },
    before: { revision: before.revision, rules: columnOf(before.rules) },
    after: { revision, rules: columnOf(rules) },
  })
  return { rules, revision }
}
