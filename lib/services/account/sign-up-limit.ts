import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/access/refusal'
import { database, type Database } from '@/lib/db/client'

// An address gets few mails that it did not ask for; many people share one IP address; a person makes few tenants.
const signUpLimits = {
  mail: { points: 5, duration: 3600 },
  ip: { points: 60, duration: 3600 },
  link: { points: 100, duration: 900 },
  tenant: { points: 5, duration: 86_400 },
  test: { points: 20, duration: 3600 },
  reset: { points: 5, duration: 3600 },
  address: { points: 5, duration: 3600 },
  invite: { points: 100, duration: 86_400 },
} as const
type Kind = keyof typeof signUpLimits

const made = new WeakMap<Database, Map<Kind, RateLimiterPostgres>>()

function limiter(kind: Kind): RateLimiterPostgres {
  const db = database()
  const known = made.get(db) ?? new Map<Kind, RateLimiterPostgres>()
  made.set(db, known)
  const options = { storeClient: db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true, keyPrefix: `sign-up-${kind}`, ...signUpLimits[kind] }
  const found = known.get(kind) ?? new RateLimiterPostgres(options)
  known.set(kind, found)
  return found
}

/** Counts one. Throws Refusal `rate_limited`. What is counted is kept as its hash. */
export async function countSignUp(kind: Kind, value: string | undefined): Promise<void> {
  if (value === undefined) return
  try {
    await limiter(kind).consume(createHash('sha256').update(value).digest('base64url'))
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer
    const seconds = Math.max(1, Math.ceil(answer.msBeforeNext / 1000))
    throw new Refusal('rate_limited', `Too many tries: try again in ${Math.ceil(seconds / 60)} minutes.`, [], seconds)
  }
}
