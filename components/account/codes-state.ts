import type { AccountState } from './state'

/** As AccountState; `codes`: shown this once in place of the form. `done` without codes: there were some already. */
export interface CodesState extends AccountState {
  codes?: string[]
}
