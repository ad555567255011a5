import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

// Key id (4 bytes of the key's SHA-256), nonce (12, NIST SP 800-38D §8.2), tag (16), then AES-256-GCM's text. What it is bound to is authenticated beside it.
const idOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, 4)

/** Encrypts under a 32-byte key. `nonce`: 12 random bytes, never used twice. */
export function seal(key: Buffer, nonce: Buffer, bound: string, text: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([idOf(key), nonce, cipher.getAuthTag(), body])
}

/** Undefined where it was sealed with another key, for something else, or was changed. */
export function unseal(key: Buffer, bound: string, sealed: Buffer): string | undefined {
  if (sealed.length < 32 || !sealed.subarray(0, 4).equals(idOf(key))) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(4, 16))
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(16, 32))
    return Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
