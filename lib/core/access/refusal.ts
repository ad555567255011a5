export type RefusalCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'precondition_failed'
  | 'rate_limited'
  | 'too_large'
  | 'unsupported_media'

/** What is wrong with one field of an input: where, and what to do. */
export interface FieldProblem {
  path: (string | number)[]
  message: string
  /** Which of the things that can be wrong with this field it is, where a form says each in its own words. */
  code?: string
}

/**
 * A service says no. `message` is for the caller and tells what to do; it names nothing that the caller may not know.
 * A foreign id and a missing id give the same `not_found`. Mapped once per transport (lib/web).
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly problems: FieldProblem[] = [],
    /** Seconds after which the same call may pass; for `rate_limited`. */
    readonly retryAfter?: number,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}
