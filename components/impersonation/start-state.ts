/** How the last try to look into a tenant ended, with what was typed. */
export interface LookState {
  problem?: 'reason' | 'member' | 'conflict' | 'forbidden' | 'gone'
  typed?: string
}
