import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@/lib/core/access/refusal'
import { isWeak } from '@/lib/core/account/weak-password'

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes and one lane is its first recommended minimum. The library's default algorithm is Argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The password as a PHC string: algorithm, cost and salt stand in it. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Throws Refusal `invalid` for a password that its owner's name and address make up. What is weak for everybody the input's schema has refused. */
export function refuseOwnWords(password: string, { email, name }: { email: string; name: string }): void {
  if (!isWeak(password, [email, name])) return
  const message = 'must be more than your own name and address'
  throw new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['password'], message }])
}

let decoy: Promise<string> | undefined

/**
 * Whether the password is the hash's. Without a hash (no such account, or one without a password) it does the same work
 * against a decoy and says no, so that the time does not tell which accounts exist.
 */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await (decoy ??= hashPassword('a decoy that nobody may enter'))), password)
  return right && passwordHash != null
}
