import { z } from 'zod'
import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { cursorOf } from '@/lib/core/inputs/operator'
import type { Page } from '@/lib/core/inputs/page'
import { PlanId, PlanPage } from '@/lib/core/inputs/plan'
import { StoredPlan } from '@/lib/core/receipt/stored'
import type { Plan } from '@/lib/db/generated/client'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { planAnswer, type PlanAnswer } from './answer'
import { readPace } from './desired'

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

/** Plans, the newest first, at most `limit` (1 to 100, default 20). */
export async function listPlans({ ctx, input }: { ctx: OperatorContext; input: z.input<typeof PlanPage> }): Promise<Page<PlanAnswer>> {
  authorizeOperator(ctx, 'plan.read')
  const { limit, cursor } = parseInput(PlanPage, input)
  const before = cursor && { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
  const rows = await inPlatform((tx) => tx.plan.findMany({ ...(before ? { where: before } : {}), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit + 1 }))
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data: data.map(planAnswer), nextCursor: rows.length > limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null }
}

/** What a page shows of a plan beside its answer. */
export interface PlanDetail extends PlanAnswer {
  /** How many receipt rules its target has. */
  rules: number
  /** Who asked for it: an operator's address, or the name of an operator's key; null: Postroom did. */
  by: string | null
  callsPerSecond: number
}

export async function readPlanDetail({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanDetail> {
  authorizeOperator(ctx, 'plan.read')
  return inPlatform(async (tx) => {
    const row = await findPlan(tx, input)
    const { target } = StoredPlan.parse(row)
    return { ...planAnswer(row), rules: target.rules.length, by: await nameOf(tx, row.createdBy), callsPerSecond: await readPace(tx) }
  })
}

/** The plan as it is kept, with the state that it was made from and the whole set that SES shall have. */
export async function readWholePlan({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<PlanAnswer & Pick<StoredPlan, 'basis' | 'target'>> {
  authorizeOperator(ctx, 'plan.read')
  return inPlatform(async (tx) => {
    const row = await findPlan(tx, input)
    const { basis, target } = StoredPlan.parse(row)
    return { ...planAnswer(row), basis, target }
  })
}

/** `<kind> <id>` as a name; what is gone by now keeps its id. */
async function nameOf(tx: Transaction, createdBy: string | null): Promise<string | null> {
  const [kind, id = ''] = createdBy?.split(' ') ?? []
  if (!z.uuid().safeParse(id).success) return createdBy
  const found =
    kind === 'user'
      ? (await tx.user.findUnique({ where: { id }, select: { email: true } }))?.email
      : (await tx.operatorKey.findUnique({ where: { id }, select: { name: true } }))?.name
  return found ?? createdBy
}
