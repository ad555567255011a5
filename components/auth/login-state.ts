/** What the log-in form shows after a try; texts are in the reader's language. The password never comes back. */
export interface LoginState {
  email: string
  problem?: string
  fields?: { email?: string; password?: string }
}
