import type { TenantContext } from '@/lib/core/access/actor'
import { countChanges, diffRules, type DiffEntry } from '@/lib/core/rules/diff'
import { lintRules, type Note } from '@/lib/core/rules/lint'
import type { Rule } from '@/lib/core/rules/rule'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { givenDomain } from '@/lib/services/domain/detail'
import { findDraft, rulesOf, type Draft } from './draft'
import { namesOf } from './writer'

export interface RuleSetOverview {
  live: { version: number; rules: Rule[]; at: string; by: string | null } | null
  draft: Draft & { at: string | null; by: string | null }
  /** Live against draft. */
  diff: DiffEntry[]
  changes: number
  notes: Note[]
}

/** What the editor shows: the rules that bind, the draft, what stands between them, and what the draft's author may not have meant. */
export async function ruleSetOverview({ ctx, slug }: { ctx: TenantContext; slug: string }): Promise<RuleSetOverview> {
  authorize(ctx, 'rules.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const draft = await findDraft(tx, tenantId)
    const row = await tx.ruleDraft.findUnique({ where: { tenantId }, select: { updatedBy: true, updatedAt: true } })
    const version = await tx.ruleVersion.findFirst({ where: { tenantId }, orderBy: { version: 'desc' } })
    const verified = await tx.domain.findMany({ where: { tenantId, status: { in: ['verified', 'failing'] } }, select: { name: true } })
    const names = await namesOf(tx, tenantId, [row?.updatedBy ?? null, version?.publishedBy ?? null])
    const rules = version ? rulesOf(version.rules) : []
    const diff = diffRules(rules, draft.rules)
    return {
      live: version && { version: version.version, rules, at: version.publishedAt.toISOString(), by: names.get(version.publishedBy ?? '') ?? null },
      draft: { ...draft, at: draft.revision > 0 ? row!.updatedAt.toISOString() : null, by: names.get(row?.updatedBy ?? '') ?? null },
      diff,
      changes: countChanges(diff),
      notes: lintRules(draft.rules, [...verified.map((d) => d.name), givenDomain(slug)]),
    }
  })
}
