import type { Disposition, TraceStep } from '@/lib/core/rules/trace'
import type { ReasonCode } from '@/lib/core/rules/why'

export interface Outcome {
  disposition: Disposition
  reason: string
  reasonCode: ReasonCode
  trace: TraceStep[]
}
export interface TestState {
  /** What was given, so that it stays in the form. */
  raw: string
  recipient: string
  mailFrom: string
  message: string
  problems: Partial<Record<'recipient' | 'raw', 'recipient' | 'raw' | 'large'>>
  failed: 'gone' | 'forbidden' | 'fault' | null
  result: { before: Outcome; after: Outcome } | null
}
