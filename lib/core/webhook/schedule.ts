/** Seconds between two tries, from https://github.com/standard-webhooks/standard-webhooks "Deliverability and reliability". */
const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
/** Nothing is tried for longer; the last wait is cut to end here. */
export const mostSeconds = 3 * 86_400
/** What a Retry-After may ask for. */
const mostAsked = 86_400
/** A last try sooner than this after the one before tells nothing new. */
const leastLast = 3600

interface Tried {
  /** Which wait comes now. */
  step: number
  /** When the first try was planned. */
  since: Date
  now: Date
  /** Seconds that the receiver asks to wait, if it does. */
  retryAfter?: number | undefined
  /** 0 to 1: tries that failed together must not come back together. */
  chance: number
}

/** When to try again; undefined where that was the last try. A wait is lengthened by up to a tenth, and to what the receiver asks. */
export function nextTry({ step, since, now, retryAfter = 0, chance }: Tried): Date | undefined {
  const wait = waits[step]
  if (wait === undefined) return undefined
  const end = since.getTime() + mostSeconds * 1000
  const at = now.getTime() + Math.max(wait * (1 + chance / 10), Math.min(retryAfter, mostAsked)) * 1000
  if (at <= end) return new Date(at)
  return end - now.getTime() >= leastLast * 1000 ? new Date(end) : undefined
}

/** Seconds of a Retry-After field (RFC 9110 §10.2.3: a number or a date); undefined where it is neither. */
export function retryAfterSeconds(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value.trim())) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
