/** What the set-up form shows after a try; texts are in the reader's language. The password never comes back. */
export interface SetupState {
  name: string
  email: string
  problem?: string
  fields?: { name?: string; email?: string; password?: string }
}
