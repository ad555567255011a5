import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { SaveDraft } from '@/lib/core/inputs/rule-set'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { columnOf, lockDraft, type Draft } from './draft'

/**
 * Saves the whole draft. It binds nothing until it is published.
 * Throws Refusal `forbidden`, `invalid`, `precondition_failed` where another save came between.
 */
export async function saveDraft({ ctx, input }: { ctx: TenantContext; input: SaveDraft }): Promise<Draft> {
  authorize(ctx, 'rules.write')
  const { rules, ifRevision } = parseInput(SaveDraft, input)
  return inTenant(ctx.tenantId, async (tx) => {
    const before = await lockDraft(tx, ctx.tenantId)
    if (ifRevision !== undefined && ifRevision !== before.revision)
      throw new Refusal('precondition_failed', 'The draft was changed meanwhile: read it again, and make your change to what it is now.')
    const revision = before.revision + 1
    await tx.ruleDraft.updateMany({ where: { tenantId: ctx.tenantId }, data: { rules: columnOf(rules), revision, updatedBy: ctx.actor.id } })
    await recordAudit(tx, ctx, {
      verb: 'rules.saveDraft',
      target: { kind: 'ruleDraft', id: String(revision) },
      before: { revision: before.revision, rules: columnOf(before.rules) },
      after: { revision, rules: columnOf(rules) },
    })
    return { rules, revision }
  })
}
