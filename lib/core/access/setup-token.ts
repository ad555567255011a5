import { createHmac, timingSafeEqual } from 'node:crypto'

/** A set-up link lives an hour: long enough to reach the console, too short to be found in an old log. */
const lifetimeMs = 3_600_000

const sign = (key: Buffer, expires: number) => createHmac('sha256', key).update(`first operator ${expires}`).digest('base64url')

/** The token of the link by which the first operator is made. `now` in milliseconds. */
export function makeSetupToken(key: Buffer, now: number): string {
  const expires = now + lifetimeMs
  return `${expires}.${sign(key, expires)}`
}

/** Whether the token was made with this key and has not run out. */
export function isSetupToken(token: string, key: Buffer, now: number): boolean {
  const [expires = '', signature = ''] = token.split('.')
  if (!/^\d{13}$/.test(expires) || Number(expires) < now) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(key, Number(expires)))]
  return given.length === right.length && timingSafeEqual(given, right)
}
