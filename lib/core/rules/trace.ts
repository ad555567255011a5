import type { OutcomeCode, Why } from './why'

/** Where a delivery ended. The first form uses the first three and `failed`; the others come with their capabilities. */
export const dispositions = [
  'kept', 'quarantined', 'dropped', 'forwarded', 'relayed', 'held', 'rejected', 'bounced', 'unsubscribed', 'failed',
  'queued', 'scheduled', 'sent', 'delivered', 'delayed', 'complained', 'suppressed',
] as const
export type Disposition = (typeof dispositions)[number]

/** The reason where neither a verdict nor a rule decided. Lists leave it out: nothing happened. */
export const keptByDefault = 'Nothing decided otherwise: mail is kept by default.'

/** One step of a trace: what was looked at, whether it matched and why, what came of it. */
export interface TraceStep {
  /** virus | verdictPolicy | rule | action | default | parse … */
  kind: string
  name: string
  matched: boolean
  /** Why, in one sentence a postmaster understands: the condition and the value it saw. */
  because: string
  /** What ran and how it ended, or '' where nothing ran. */
  outcome: string
  /** The same as `because` and `outcome`, for the reader's language. Traces of before these were written have them not. */
  why?: Why[]
  outcomes?: OutcomeCode[]
  /** For rules that were not reached: how many. */
  rules?: number
  /** Milliseconds, to a hundredth. */
  ms: number
}
