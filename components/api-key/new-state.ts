/** What a key may do: all of a role, or chosen scopes. */
export const presets = ['viewer', 'member', 'admin', 'chosen'] as const
type Preset = (typeof presets)[number]

/** Days until a key's end, a date, or none. */
export const expiries = ['30', '90', '365', 'date', 'never'] as const
type Expiry = (typeof expiries)[number]

/** A key that was just made: told this once. */
export interface Made {
  name: string
  key: string
  /** A command that works as it stands. */
  curl: string
}

/** What the form for a new key was sent with, and what came of it. */
export interface NewKeyState {
  name: string
  preset: Preset
  scopes: readonly string[]
  expiry: Expiry
  date: string
  problems: { form?: string | undefined; name?: string | undefined; scopes?: string | undefined; date?: string | undefined }
  made?: Made
}

export const firstState: NewKeyState = { name: '', preset: 'viewer', scopes: [], expiry: '90', date: '', problems: {} }
