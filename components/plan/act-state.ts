/** What came of the last press. */
export interface ActState {
  refused?: 'apply' | 'cancel'
  /** The worker has been asked, and begins in a moment. */
  asked?: boolean
}
