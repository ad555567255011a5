import { createHash } from 'node:crypto'

/**
 * UUIDv7 (RFC 9562 §5.7) whose 74 free bits are a hash instead of chance: the same input gives the same row, in whatever order
 * and however often notifications come. The time is `mail.timestamp`, which all notifications of one mail share.
 */
function hashedId(timestamp: Date, parts: string[]): string {
  const ms = timestamp.getTime()
  if (!(ms >= 0 && ms < 2 ** 48)) throw new RangeError('A UUIDv7 holds times from 1970 to 10889')
  const bytes = Buffer.alloc(16)
  createHash('sha256').update(JSON.stringify(parts)).digest().copy(bytes, 6, 0, 10)
  bytes.writeUIntBE(ms, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Id of an incoming delivery. `recipient` is the envelope recipient, lower case. Throws RangeError for a time before 1970. */
export const deliveryId = (timestamp: Date, sesMessageId: string, recipient: string): string => hashedId(timestamp, [sesMessageId, recipient])

/** Id of an incoming mail as one tenant sees it. Throws RangeError for a time before 1970. */
export const messageIdFor = (timestamp: Date, sesMessageId: string, tenantId: string): string =>
  hashedId(timestamp, ['message', sesMessageId, tenantId])

/** The time in a UUIDv7. */
export const timeOfId = (id: string): Date => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16))
