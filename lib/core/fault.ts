/** Whether trying again can help: the caller of any I/O must know (RFC 5321 §4.2.1 makes the same cut for replies). */
export type Permanence = 'permanent' | 'transient'

/** A failure from outside (database, AWS, DNS, a mail), with what may be said about it and whether to try again. */
export class Fault extends Error {
  constructor(
    readonly permanence: Permanence,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
    this.name = 'Fault'
  }
}

export const isTransient = (error: unknown): boolean => !(error instanceof Fault) || error.permanence === 'transient'
