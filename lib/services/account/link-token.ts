import { createHash, randomBytes } from 'node:crypto'

/** What stands in the database of a link's token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A token for a link in a mail: 32 random bytes. Only its hash is kept. */
export const makeToken = (): string => randomBytes(32).toString('base64url')
