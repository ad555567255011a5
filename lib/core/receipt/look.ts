/** A receipt rule set of this installation, or the active one. */
export interface KnownSet {
  name: string
  at: Date
  active: boolean
  /** The plan that made it; null for another program's, and for one whose plan is gone. */
  planId: string | null
}

/** What SES has now, as the last look found it. */
export interface Look {
  at: Date
  activeSet: string | null
  /** Whether the active set was made by this installation. */
  oursActive: boolean
  rules: number
  ours: number
  /** Calls that it would take to make it as planned; 0: it is. */
  calls: number
  /** The active one first, then the newest of ours, at most five. */
  sets: KnownSet[]
  /** A look that failed after it, and why. */
  failedAt: Date | null
  error: string | null
}
