import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { SaveDraft } from '@/lib/core/inputs/rule-set'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { lockDraft, writeDraft, type Draft } from './draft'

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
    return writeDraft(tx, ctx, before, rules)
  })
}
