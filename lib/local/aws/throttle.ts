import type { AwsRequest, AwsResponse } from './contracts'
import { SES } from './namespaces'
import { AwsError, queryError } from './protocol'

/** Calls a second; null: as many as come. */
export interface Limits {
  /** SES calls that manage (real SES: 1). */
  ses: number | null
  /** SES calls that send (real SES: the account's MaxSendRate). */
  send: number | null
}

const sending = /^Send/

/** The switch that makes the local SES refuse what comes too fast, as the real one does: the calls beyond the limit in any second. */
export class Throttle {
  limits: Limits = { ses: null, send: null }
  private readonly taken: Record<keyof Limits, number[]> = { ses: [], send: [] }

  /** The refusal of a SES request, or undefined where it may pass. */
  refuse(request: AwsRequest): AwsResponse | undefined {
    const action =
      /(?:^|&)Action=(\w+)/.exec(request.body.length > 0 ? request.body.toString('latin1', 0, 65_536) : request.query.toString())?.[1] ?? ''
    const kind = sending.test(action) ? 'send' : 'ses'
    const limit = this.limits[kind]
    if (limit === null) return undefined
    const now = performance.now()
    const recent = this.taken[kind].filter((t) => now - t < 1000)
    // Below one call a second the wait is longer than the window.
    const wait = limit < 1 ? 1000 / limit : 1000
    const last = this.taken[kind].at(-1)
    const tooSoon = limit < 1 ? last !== undefined && now - last < wait : recent.length >= limit
    if (tooSoon) return queryError(new AwsError('Throttling', kind === 'send' ? 'Maximum sending rate exceeded.' : 'Rate exceeded'), SES)
    this.taken[kind] = [...recent, now]
    return undefined
  }
}
