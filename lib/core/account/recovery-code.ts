import { createHash } from 'node:crypto'

// Crockford's base32 in lower case: no i, l, o, u to mistake.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A recovery code of 15 random bytes, as it is shown: six groups of four. 120 bits, so a plain hash keeps it (ASVS 5.0 6.5.2 asks for 112). */
export function recoveryCode(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(0, 15)].map((b) => b.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[parseInt(five, 2)])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** What is kept of a code; typed with or without hyphens, in any case, with letters taken for digits. */
export const recoveryHash = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1'))
    .digest('hex')
