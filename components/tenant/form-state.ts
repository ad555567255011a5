/** How the last try to act on a tenant ended, with what was typed. */
export interface TenantFormState {
  problem?: 'reason' | 'confirm' | 'conflict' | 'forbidden' | 'gone'
  typed?: string
}

export type TenantAct = (before: TenantFormState, form: FormData) => Promise<TenantFormState>
