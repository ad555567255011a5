import { Secret, TOTP } from 'otpauth'

const period = 30

const generator = (secret: string, account = '') => new TOTP({ issuer: 'Postroom', label: account, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** 20 random bytes (RFC 4226 §4 R6) as base32, the form in which an app takes them. */
export const totpSecret = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32

/** What a QR code tells an app (Key URI Format). */
export const totpUri = (secret: string, account: string): string => generator(secret, account).toString()

/**
 * The time step whose code this is: the present one or a neighbour (RFC 6238 §5.2), and later than the last one that was taken, so that
 * a code that somebody looked at is worth nothing. Undefined for any other. `now` in milliseconds.
 */
export function totpStep(secret: string, code: string, now: number, lastStep: number): number | undefined {
  const delta = generator(secret).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / period) + delta
  return step > lastStep ? step : undefined
}
