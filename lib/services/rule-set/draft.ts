import type { Rule } from '@/lib/core/rules/rule'
import type { Transaction } from '@/lib/db/tenant'
import type { Prisma } from '@/lib/db/generated/client'

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
