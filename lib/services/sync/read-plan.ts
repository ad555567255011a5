import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { PlanId, PlanPage } from '@/lib/core/inputs/plan'
import type { Plan } from '@/lib/db/generated/client'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { planAnswer, type PlanAnswer } from './answer'

/** The row of the plan that an input names. An id that is none and an id that is not there are one: `not_found`. */
export async function findPlan(tx: Transaction, input: unknown): Promise<Plan> {
  const id = PlanId.safeParse(input).data?.id
  const row = id === undefined ? null : await tx.plan.findUnique({ where: { id } })
  if (!row) throw new Refusal('not_found', 'There is no such plan: POST /operator/plans makes one.')
  return row
}

export async function readPlan({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanAnswer> {
  authorizeOperator(ctx, 'plan.read')
  return inPlatform(async (tx) => planAnswer(await findPlan(tx, input)))
}

/** The newest plans, at most `limit` (1 to 100, default 20). */
export async function listPlans({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanAnswer[]> {
  authorizeOperator(ctx, 'plan.read')
  const { limit } = parseInput(PlanPage, input)
  return inPlatform(async (tx) => (await tx.plan.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit })).map(planAnswer))
}
