import type { RuleForm } from '@/lib/core/rules/form'
import type { FormProblems } from '@/lib/core/rules/form-problems'
import type { Rule } from '@/lib/core/rules/rule'

export interface EditState {
  /** The rule as it was when the writing began; null for a new one. */
  was: Rule | null
  form: RuleForm
  problems: FormProblems
  /** Grows with each answer. */
  n: number
  saved: boolean
  dirty: boolean
  /** `mine` as it was sent, null where it is no whole rule; `at` as the reader sees it. */
  conflict: { theirs: Rule | null; mine: Rule | null; by: string | null; at: string } | null
  refused: 'forbidden' | 'invalid' | 'changed' | 'nothing' | null
}
