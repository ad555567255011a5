type Failure = 'notFound' | 'notQuarantined' | 'virus' | 'waits'

/** What came of an act on the rows ticked. */
export interface BulkState {
  /** Grows with each act, so that the same answer twice is seen twice. */
  turn: number
  act: 'release' | 'replay'
  done: string[]
  failed: { id: string; why: Failure }[]
  problem?: 'refused' | 'nothingSelected'
}

export const noBulk: BulkState = { turn: 0, act: 'release', done: [], failed: [] }

/** The form that the checkboxes of the table belong to, wherever it stands. */
export const bulkForm = 'bulk'
