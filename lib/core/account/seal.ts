import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

// Key id (4 bytes of the key's SHA-256), nonce (12, NIST SP 800-38D §8.2), tag (16), then AES-256-GCM's text. What it is bound to is authenticated beside it.
export const sealId = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, 4)

/** Encrypts under a 32-byte key. `nonce`: 12 random bytes, never used twice. */
export function seal(key: Buffer, nonce: Buffer, bound: string, text: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([sealId(key), nonce, cipher.getAuthTag(), body])
}

/** Opens with whichever of the keys it was sealed with. Undefined where that is none of them, or it was made for something else or changed. */
export function unseal(keys: Buffer | readonly Buffer[], bound: string, sealed: Buffer): string | undefined {
  const key = [keys].flat().find((k) => sealed.subarray(0, 4).equals(sealId(k)))
  if (!key || sealed.length < 32) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(4, 16))
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(16, 32))
    return Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
