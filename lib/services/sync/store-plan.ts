import { config } from '@/lib/config'
import { sameRules } from '@/lib/core/receipt/normalise'
import { sameSeen, type Planned } from '@/lib/core/receipt/plan'
import type { Decision } from '@/lib/core/receipt/policy'
import { sayNotes, sayReason, type PlanNote, type PlanReason } from '@/lib/core/receipt/said'
import { StoredPlan } from '@/lib/core/receipt/stored'
import { said } from '@/lib/core/rules/why'
import type { Plan, Prisma } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

/** Why a plan waits, failed or went stale: in English for programs, as codes for readers. None: nothing keeps it. */
export const noted = (notes: readonly PlanNote[]) => ({ error: notes.length > 0 ? sayNotes(notes) : null, notes: json(notes) })

/** A value as a JSON column takes it: undefined members left out. */
export const json = (value: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

/**
 * Stores a plan that nobody asked for. One that is open already and says the same stands for it; older ones that wait for an operator
 * give way, so that the newest is the one to read.
 */
export async function storeOwnPlan(tx: Transaction, made: Omit<NewPlan, 'createdBy'>): Promise<Plan> {
  const { status } = made.decision
  const open = await tx.plan.findMany({ where: { status: { in: ['ready', 'waiting'] } }, orderBy: { createdAt: 'desc' } })
  // A plan that would wait, and is ready, has been accepted by an operator and is about to be applied, whoever asked for it.
  const stands = (row: Plan) => (row.createdBy === null && row.status === status) || (status === 'waiting' && row.status === 'ready')
  const same = open.find((row) => stands(row) && saysTheSame(row, made.planned))
  if (same) {
    if (made.decision.auto) await enqueueApply(tx, same.id)
    return same
  }
  await notifyLive(tx, 'plan')
  await tx.plan.updateMany({ where: { createdBy: null, status: 'waiting' }, data: { status: 'stale', ...noted([said('newer')]), settledAt: new Date() } })
  return storePlan(tx, made)
}

function saysTheSame(row: Plan, { basis, target }: Planned): boolean {
  const stored = StoredPlan.parse(row)
  return sameSeen(stored.basis.active, basis.active) && sameSeen(stored.basis.source, basis.source) && sameRules(stored.target.rules, target)
}

export interface NewPlan {
  planned: Planned
  decision: Decision
  /** A sentence: of a job that an older version left. */
  reason: PlanReason | string
  createdBy?: string | undefined
}

/** Stores a plan, with the job that applies it where it applies by itself: both or neither. */
export async function storePlan(tx: Transaction, { planned, decision, reason, createdBy }: NewPlan): Promise<Plan> {
  const settled = decision.status === 'applied' || decision.status === 'failed'
  const row = await tx.plan.create({
    data: {
      region: config().aws.region,
      status: decision.status,
      reason: typeof reason === 'string' ? reason : sayReason(reason),
      ...(typeof reason === 'string' ? {} : { reasonCode: json(reason) }),
      basis: json(planned.basis),
      target: json({ rules: planned.target, counts: planned.counts }),
      steps: json(planned.steps),
      ...noted(decision.notes ?? []),
      createdBy: createdBy ?? null,
      settledAt: settled ? new Date() : null,
    },
  })
  if (decision.auto) await enqueueApply(tx, row.id)
  await notifyLive(tx, 'plan')
  return row
}

export const enqueueApply = (tx: Transaction, planId: string): Promise<void> => sendJob(tx, 'sync-apply', { planId }, { singletonKey: planId })
