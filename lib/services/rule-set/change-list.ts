import type { TenantContext } from '@/lib/core/access/actor'
import { ChangeList } from '@/lib/core/inputs/rule-set'
import { changeList } from '@/lib/core/rules/change'
import { textOf } from '@/lib/core/rules/diff'
import { RuleSet } from '@/lib/core/rules/rule'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { lockDraft, writeDraft, type Draft } from './draft'

/**
 * Moves, switches, adds, duplicates or deletes one rule of the draft as it is now. A rule that is gone meanwhile changes nothing.
 * Throws Refusal `forbidden`, `invalid`.
 */
export async function changeRuleList({ ctx, input }: { ctx: TenantContext; input: ChangeList }): Promise<Draft> {
  authorize(ctx, 'rules.write')
  const change = parseInput(ChangeList, input)
  return inTenant(ctx.tenantId, async (tx) => {
    const before = await lockDraft(tx, ctx.tenantId)
    const { rules } = parseInput(RuleSet, { rules: changeList(before.rules, change) })
    return textOf(rules) === textOf(before.rules) ? before : writeDraft(tx, ctx, before, rules)
  })
}
