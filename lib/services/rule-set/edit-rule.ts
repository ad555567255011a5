import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { EditRule } from '@/lib/core/inputs/rule-set'
import { textOf } from '@/lib/core/rules/diff'
import { RuleSet, type Rule } from '@/lib/core/rules/rule'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { lockDraft, writeDraft } from './draft'
import { writerOf } from './writer'

/** Saved, or what the draft has in place of the rule that the writer began with: null where it was deleted. */
type Edited = { saved: true; name: string } | { saved: false; theirs: Rule | null; by: string | null; at: string }

/**
 * Puts one rule into the draft. People who write different rules never meet; of two who write the same one, the second is told.
 * Throws Refusal `forbidden`, `invalid` with paths inside the rule.
 */
export async function editRule({ ctx, input }: { ctx: TenantContext; input: EditRule }): Promise<Edited> {
  authorize(ctx, 'rules.write')
  const { was, rule, force } = parseInput(EditRule, input)
  return inTenant(ctx.tenantId, async (tx) => {
    const draft = await lockDraft(tx, ctx.tenantId)
    const at = was ? draft.rules.findIndex((r) => r.name === was.name) : -1
    const theirs = draft.rules[at] ?? null
    if (was && !force && (!theirs || textOf(theirs) !== textOf(was))) return { saved: false, theirs, ...(await writerOf(tx, ctx.tenantId)) }
    const place = at < 0 ? draft.rules.length : at
    const next: unknown[] = at < 0 ? [...draft.rules, rule] : draft.rules.with(at, rule as Rule)
    const rules = withinRule(next, place)
    if (textOf(rules) !== textOf(draft.rules)) await writeDraft(tx, ctx, draft, rules)
    return { saved: true, name: rules[place]!.name }
  })
}

/** The list, judged; paths are those inside the rule at `place`, whose name also stands for "this name is taken". */
function withinRule(rules: unknown[], place: number): Rule[] {
  try {
    return parseInput(RuleSet, { rules }).rules
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problems = error.problems.map(({ path, message }) => ({ path: path[1] === place ? path.slice(2) : path.at(-1) === 'name' ? ['name'] : [], message }))
    throw new Refusal('invalid', error.message, problems)
  }
}
