import type { Rule } from '@/lib/core/rules/rule'

export interface ListState {
  /** Grows with each answer. */
  n: number
  done: { verb: 'move' | 'switch' | 'delete' | 'duplicate'; name: string; at: number; of: number; rule: Rule | null } | null
  failed: 'forbidden' | 'invalid' | 'changed' | 'nothing' | null
}
