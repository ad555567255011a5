import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes and one lane is its first recommended minimum. The library's default algorithm is Argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The password as a PHC string: algorithm, cost and salt stand in it. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let decoy: Promise<string> | undefined

/**
 * Whether the password is the hash's. Without a hash (no such account, or one without a password) it does the same work
 * against a decoy and says no, so that the time does not tell which accounts exist.
 */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await (decoy ??= hashPassword('a decoy that nobody may enter'))), password)
  return right && passwordHash != null
}
