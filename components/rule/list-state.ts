import type { Rule } from '@/lib/core/rules/rule'

export interface ListState {
  /** Grows with each answer. */
  n: number
  done: { verb: 'move' | 'switch' | 'delete' | 'duplicate'; name: string; at: number; of: number; rule: Rule | null } | null
  failed: 'forbidden' | 'invalid' | 'changed' | 'nothing' | null
}

/** The id of the list's form: buttons elsewhere on the page belong to it too. */
export const listForm = 'rule-list'
