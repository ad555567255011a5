/** What came of the last press: why it was refused, or nothing. */
export interface ActState {
  message?: string
}
