import { config } from '@/lib/config'
import type { Planned } from '@/lib/core/receipt/plan'
import type { Decision } from '@/lib/core/receipt/policy'
import type { Plan, Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

/** A value as a JSON column takes it: undefined members left out. */
export const json = (value: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

export interface NewPlan {
  planned: Planned
  decision: Decision
  reason: string
  createdBy?: string | undefined
}

/** Stores a plan, with the job that applies it where it applies by itself: both or neither. */
export async function storePlan(tx: Transaction, { planned, decision, reason, createdBy }: NewPlan): Promise<Plan> {
  const settled = decision.status === 'applied' || decision.status === 'failed'
  const row = await tx.plan.create({
    data: {
      region: config().aws.region,
      status: decision.status,
      reason,
      basis: json(planned.basis),
      target: json({ rules: planned.target, counts: planned.counts }),
      steps: json(planned.steps),
      error: decision.note ?? null,
      createdBy: createdBy ?? null,
      settledAt: settled ? new Date() : null,
    },
  })
  if (decision.auto) await enqueueApply(tx, row.id)
  return row
}

export const enqueueApply = (tx: Transaction, planId: string): Promise<void> => sendJob(tx, 'sync-apply', { planId }, { singletonKey: planId })
