import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghijklmnopqrstuv'

/** An SES message id for incoming mail: 40 of `[0-9a-v]`, as real ones are. */
export const newMessageId = (): string => Array.from(randomBytes(40), (b) => ALPHABET[b & 31]).join('')
