import type { OperatorContext } from '@/lib/core/access/actor'
import { said } from '@/lib/core/rules/why'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import type { PlanAnswer } from './answer'
import { makePlan } from './make-plan'

/** An operator asks for a plan: it is theirs to apply. Waits for a running apply, 10 minutes unless told. Throws Refusal, SyncBusy, Fault. */
export async function createPlan({ ctx, waitMs }: { ctx: OperatorContext; waitMs?: number }): Promise<PlanAnswer> {
  authorizeOperator(ctx, 'plan.write')
  const answer = await makePlan({ reason: said('operator'), createdBy: `${ctx.actor.kind} ${ctx.actor.id}`, waitMs })
  const after = { status: answer.status, counts: { ...answer.counts } }
  await inPlatform((tx) => recordOperatorAudit(tx, ctx, { verb: 'plan.create', target: { kind: 'plan', id: answer.id }, after }))
  return answer
}
