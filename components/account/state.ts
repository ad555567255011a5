/** What a form of the sign-up shows after a try; texts are in the reader's language. The password never comes back. */
export interface AccountState {
  given: Record<string, string>
  problem?: string
  fields?: Record<string, string>
  done?: boolean
}
