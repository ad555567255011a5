import { setTimeout as sleep } from 'node:timers/promises'
import { awsFault } from '@/lib/aws/fault'

const throttled = /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded)$/
// A bucket or topic policy that was just written needs time to spread, and until then SES answers these.
const settling = /^(InvalidS3Configuration|InvalidSnsTopic)(Exception)?$/

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

/**
 * Calls one after the other, at most `callsPerSecond` (SES: 1, Developer Guide "Service quotas"). Whoever holds the sync lock makes one:
 * its first call waits a whole interval, so that the pace holds across processes too.
 */
export class Pace {
  private last = performance.now()
  private readonly interval: number

  constructor(
    callsPerSecond: number,
    private readonly alive: () => void = () => {},
  ) {
    this.interval = 1000 / callsPerSecond
  }

  private due(): number {
    return this.last + this.interval - performance.now()
  }

  /** Runs the call when its time has come; throttling is tried again with growing waits. Throws Fault. */
  async run<R>(what: string, call: () => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt++) {
      // A timer may fire a fraction of a millisecond early.
      for (let wait = this.due(); wait > 0; wait = this.due()) await sleep(wait)
      this.alive()
      this.last = performance.now()
      try {
        return await call()
      } catch (error) {
        const most = throttled.test(nameOf(error)) ? 8 : settling.test(nameOf(error)) ? 4 : 1
        if (attempt >= most) throw awsFault(what, error)
        await sleep(Math.min(this.interval * 2 ** attempt, 20_000))
      }
    }
  }
}
