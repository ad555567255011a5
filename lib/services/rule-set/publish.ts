import { isDeepStrictEqual } from 'node:util'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { PublishDraft } from '@/lib/core/inputs/rule-set'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { columnOf, lockDraft, rulesOf } from './draft'

export interface Published {
  version: number
  /** The sync plan that was made, or null where SES need not change. */
  planId: string | null
}

/**
 * Makes the draft the rules that bind, from this commit on. A version is never changed; an unchanged draft gives the version that
 * stands. Rules are decided in the worker and change no receipt rule, so no plan is made: `planId` is null.
 * Throws Refusal `forbidden`, `conflict` where nothing was ever saved, `precondition_failed` where the draft is no longer the one named.
 */
export async function publishRuleSet({ ctx, input = {} }: { ctx: TenantContext; input?: PublishDraft }): Promise<Published> {
  authorize(ctx, 'rules.publish')
  const { ifRevision } = parseInput(PublishDraft, input)
  return inTenant(ctx.tenantId, async (tx) => {
    const draft = await lockDraft(tx, ctx.tenantId)
    if (draft.revision === 0) throw new Refusal('conflict', 'There is no draft to publish: save one first.')
    if (ifRevision !== undefined && ifRevision !== draft.revision)
      throw new Refusal('precondition_failed', 'The draft was changed meanwhile: look at what it is now, then publish it.')
    const current = await tx.ruleVersion.findFirst({ where: { tenantId: ctx.tenantId }, orderBy: { version: 'desc' } })
    if (current && isDeepStrictEqual(rulesOf(current.rules), draft.rules)) return { version: current.version, planId: null }
    const version = (current?.version ?? 0) + 1
    await tx.ruleVersion.createMany({ data: [{ tenantId: ctx.tenantId, version, rules: columnOf(draft.rules), publishedBy: ctx.actor.id }] })
    await recordAudit(tx, ctx, {
      verb: 'rules.publish',
      target: { kind: 'ruleVersion', id: String(version) },
      ...(current ? { before: { version: current.version, rules: columnOf(rulesOf(current.rules)) } } : {}),
      after: { version, rules: columnOf(draft.rules) },
    })
    return { version, planId: null }
  })
}
