import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/access/refusal'

/** Requests a second that one key may make of one web process. */
export const requestsPerSecond = 200

// Each process counts for itself: a row in Postgres for every request would cost more than most requests do, and what this guards
// is the process's own time. Log-in tries, where the exact number matters, are counted in Postgres.
const limiter = new RateLimiterMemory({ points: requestsPerSecond, duration: 1 })

/** Counts one request. Gives the RateLimit fields for the answer (draft-ietf-httpapi-ratelimit-headers-10), or throws Refusal `rate_limited`. */
export async function countRequest(keyId: string): Promise<Record<string, string>> {
  try {
    const { remainingPoints } = await limiter.consume(keyId)
    return limitFields(remainingPoints)
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer
    throw new Refusal('rate_limited', `At most ${requestsPerSecond} requests a second for one key: slow down.`, [], Math.max(1, Math.ceil(answer.msBeforeNext / 1000)))
  }
}

const limitFields = (remaining: number): Record<string, string> => ({
  'ratelimit-policy': `"key";q=${requestsPerSecond};w=1`,
  ratelimit: `"key";r=${remaining};t=1`,
})
