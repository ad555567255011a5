import { Fault, isTransient } from '@/lib/core/fault'
import { sayNote, type PlanNote } from '@/lib/core/receipt/said'
import { said } from '@/lib/core/rules/why'

/** A plan that cannot be applied, for a reason of our own. */
export class PlanFault extends Fault {
  constructor(readonly note: PlanNote) {
    super('permanent', sayNote(note))
  }
}

/** What ended an apply, or holds it up for now, as a note of its plan. What SES says stays as it said it. */
export function noteOf(error: unknown): PlanNote {
  if (error instanceof PlanFault) return error.note
  return said(isTransient(error) ? 'triedAgain' : 'refused', { error: error instanceof Error ? error.message : String(error) })
}
