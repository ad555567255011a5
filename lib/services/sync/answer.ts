import { reasonOf, type PlanNote, type PlanReason } from '@/lib/core/receipt/said'
import { StoredPlan, type PlanStatus, type Progress } from '@/lib/core/receipt/stored'
import type { Counts, Step } from '@/lib/core/receipt/step'
import type { Plan } from '@/lib/db/generated/client'

/** A plan as operators see it. `note`: why it waits, failed or went stale; `reasonCode`, `notes`: the same for other languages, null in older plans. */
export interface PlanAnswer {
  id: string
  status: PlanStatus
  /** Whether `apply` would do something now. */
  applyable: boolean
  reason: string
  reasonCode: PlanReason | null
  steps: Step[]
  counts: Counts
  progress: Pick<Progress, 'phase' | 'done' | 'total'> | null
  note: string | null
  notes: PlanNote[] | null
  createdAt: string
  settledAt: string | null
}

export function planAnswer(row: Plan): PlanAnswer {
  const { steps, target, progress } = StoredPlan.parse(row)
  const status = row.status as PlanStatus
  return {
    id: row.id,
    status,
    applyable: (status === 'ready' || status === 'waiting') && steps.length > 0,
    reason: row.reason,
    reasonCode: (row.reasonCode as PlanReason | null) ?? codeOf(row.reason),
    steps,
    counts: target.counts,
    progress: progress && { phase: progress.phase, done: progress.done, total: progress.total },
    note: row.error,
    notes: row.notes as PlanNote[] | null,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  }
}

const codeOf = (sentence: string): PlanReason | null => {
  const reason = reasonOf(sentence)
  return typeof reason === 'string' ? null : reason
}
