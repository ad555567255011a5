/** What a card of the platform's settings shows after a try; texts are in the reader's language. */
export interface CardState {
  /** What was typed, where it was not saved. */
  given?: Record<string, string>
  /** The version that the typed text is about: kept after a conflict, so that the next try does not overwrite unseen. */
  version?: number
  saved?: boolean
  problem?: 'conflict' | 'wrong'
  /** Sentence by field. */
  fields?: Record<string, string>
}

export type CardAction = (before: CardState, form: FormData) => Promise<CardState>

/** One control of a card. */
export interface CardField {
  name: string
  label: string
  kind: 'text' | 'lines' | 'number' | 'choice' | 'tick'
  value: string
  hint?: string
  unit?: string
  options?: readonly { value: string; label: string; hint?: string }[]
  /** Heads the fields from here on. */
  heading?: string
}
