import type { LimitName } from '@/lib/core/limit/limits'

/** Whether a limit is that of all tenants, one of its own, or none. */
export type LimitChoice = 'usual' | 'own' | 'none'

export interface LimitField {
  name: LimitName
  choice: LimitChoice
  /** As typed: storage in megabytes. */
  value: string
}

/** How the last try to set a tenant's limits ended, with what was typed. */
export interface LimitFormState {
  problem?: 'number' | 'gone' | 'forbidden'
  /** The limit whose number is wrong. */
  wrong?: LimitName
  typed?: LimitField[]
}

export type LimitAct = (before: LimitFormState, form: FormData) => Promise<LimitFormState>
