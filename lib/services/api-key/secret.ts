import { createHash, randomBytes } from 'node:crypto'

/** `pr_…` acts for a tenant, `pro_…` for an operator. */
export type KeyKind = 'tenant' | 'operator'
const marks: Record<KeyKind, string> = { tenant: 'pr_', operator: 'pro_' }

/** SHA-256 of a key, hex. A key has 256 random bits, so that no slow hash is needed. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A new key: shown once, stored as its hash. The prefix tells keys apart on screen. */
export function newKey(kind: KeyKind): { key: string; hash: string; prefix: string } {
  const key = marks[kind] + randomBytes(32).toString('base64url')
  return { key, hash: hashKey(key), prefix: key.slice(0, marks[kind].length + 6) }
}

/** What a text can be by its form alone; null where it is no key of ours. */
export function keyKind(text: string): KeyKind | null {
  const found = /^(pro?_)[A-Za-z0-9_-]{43}$/.exec(text)
  if (!found) return null
  return found[1] === marks.operator ? 'operator' : 'tenant'
}
