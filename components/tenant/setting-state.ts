/** What a card of the settings shows after a try. */
export interface SettingState {
  given: string
  saved?: boolean
  problem?: 'name' | 'typed' | 'lastOwner' | 'conflict' | 'forbidden' | 'gone'
}

export type SettingAction = (before: SettingState, form: FormData) => Promise<SettingState>
