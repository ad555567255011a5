import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '@/lib/core/access/refusal'
import { database, type Database } from '@/lib/db/client'

// OWASP Authentication Cheat Sheet, "Login Throttling": count per account first, per address more generously (many people share one).
// In Postgres, so that all web processes count together.
const window = 15 * 60
// `second`: codes of the second step, per account. Ten tries at three valid codes of a million.
export const loginLimits = { account: 10, ip: 100, second: 10, passkey: 200 } as const

type Kind = keyof typeof loginLimits
const made = new WeakMap<Database, Record<Kind, RateLimiterPostgres>>()

function limiters(): Record<Kind, RateLimiterPostgres> {
  const db = database()
  const known = made.get(db)
  if (known) return known
  const make = (kind: Kind) =>
    new RateLimiterPostgres({
      storeClient: db.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: `login-${kind}`,
      points: loginLimits[kind],
      duration: window,
    })
  const all = { account: make('account'), ip: make('ip'), second: make('second'), passkey: make('passkey') }
  made.set(db, all)
  return all
}

// Addresses are not kept in the clear in a table that every web process may read.
const digest = (value: string) => createHash('sha256').update(value).digest('base64url')

async function take(kind: Kind, value: string): Promise<void> {
  try {
    await limiters()[kind].consume(digest(value))
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer
    const seconds = Math.max(1, Math.ceil(answer.msBeforeNext / 1000))
    throw new Refusal('rate_limited', `Too many tries: try again in ${inWords(seconds)}.`, [], seconds)
  }
}

const inWords = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60)
  return seconds < 90 ? `${seconds} seconds` : `${minutes} minutes`
}

/** Counts one try before the password is looked at, so that parallel guesses don't slip through. Throws Refusal `rate_limited`. */
export async function countTry(email: string, ip: string | undefined): Promise<void> {
  if (ip) await take('ip', ip)
  await take('account', email)
}

/** After a right password the account starts afresh; the address does not, or one good account would open the way to all. */
export async function forgiveAccount(email: string): Promise<void> {
  await limiters().account.delete(digest(email))
}

/** As `countTry`, for the second step: counted per account, and a right password does not clear it. Throws Refusal `rate_limited`. */
export async function countSecondTry(userId: string, ip: string | undefined): Promise<void> {
  if (ip) await take('ip', ip)
  await take('second', userId)
}

export async function forgiveSecond(userId: string): Promise<void> {
  await limiters().second.delete(digest(userId))
}

/** Passkeys are not guessed; this keeps one address from filling the table of challenges. Throws Refusal `rate_limited`. */
export async function countPasskey(ip: string | undefined): Promise<void> {
  if (ip) await take('passkey', ip)
}
