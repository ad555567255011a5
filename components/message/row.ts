import type { Verdicts } from '@/lib/core/rules/verdict'
import type { ReasonCode } from '@/lib/core/rules/why'

/** One line of the log. */
export interface MessageRow {
  id: string
  href: string
  receivedAt: Date
  from: string
  fromName: string
  recipient: string
  subject: string
  verdicts: Verdicts
  disposition: string
  /** What decided, in a sentence; '' where nothing did. */
  reason: string
  /** The same, for the reader's language. */
  reasonCode: ReasonCode | null
  size: number
  matchedRules: readonly string[]
  sesMessageId: string | null
}
