/** What came of the last press: what was refused, or nothing. */
export interface ActState {
  refused?: 'apply' | 'cancel'
}
