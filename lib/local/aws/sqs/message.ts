import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AwsError } from '@/lib/local/aws/protocol'
import { invalid, missing } from './errors'

export const messageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  /** Base64. */
  BinaryValue: z.string().optional(),
})
type MessageAttribute = z.infer<typeof messageAttribute>
export type MessageAttributes = Record<string, MessageAttribute>

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** MD5 of message attributes ("Calculating the MD5 message digest for message attributes", Amazon SQS Developer Guide). */
export function attributesMd5(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort()
  if (names.length === 0) return undefined
  const hash = createHash('md5')
  const field = (bytes: Buffer): void => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    hash.update(length).update(bytes)
  }
  for (const name of names) {
    const attribute = attributes[name]
    if (!attribute) continue
    const binary = attribute.DataType.startsWith('Binary')
    field(Buffer.from(name))
    field(Buffer.from(attribute.DataType))
    hash.update(Buffer.from([binary ? 2 : 1]))
    field(binary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''))
  }
  return hash.digest('hex')
}

/** Bytes that count against the size limit: body, and names, types and values of attributes. */
export function sizeOf(body: string, attributes: MessageAttributes): number {
  let size = Buffer.byteLength(body)
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    size += Buffer.byteLength(name) + Buffer.byteLength(DataType)
    size += BinaryValue === undefined ? Buffer.byteLength(StringValue ?? '') : Buffer.byteLength(BinaryValue, 'base64')
  }
  return size
}

/** Refuses a message that SQS refuses (SendMessage: characters, size, at most 10 attributes). */
export function checkMessage(body: string, attributes: MessageAttributes, limit: number): void {
  if (body === '') throw missing('MessageBody')
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body)) {
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF and above.',
    )
  }
  if (sizeOf(body, attributes) > limit) {
    throw invalid(`One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`)
  }
  const entries = Object.entries(attributes)
  if (entries.length > 10) throw invalid('Number of message attributes [' + entries.length + '] exceeds the allowed maximum [10].')
  for (const [name, { DataType, StringValue, BinaryValue }] of entries) {
    if (!/^(String|Number|Binary)(\..{1,249})?$/.test(DataType)) {
      throw invalid(
        `The type of message (user) attribute '${name}' is invalid. ` +
          'You must use only the following supported type prefixes: Binary, Number, String.',
      )
    }
    const value = DataType.startsWith('Binary') ? BinaryValue : StringValue
    if (value === undefined || value === '') {
      throw invalid(`Message (user) attribute '${name}' must contain a non-empty value of type '${DataType}'.`)
    }
  }
}

/** Those attributes that a ReceiveMessage call names: `All`, `.*`, a name, or `prefix.*`. */
export function chosen(attributes: MessageAttributes, names: string[]): MessageAttributes {
  const wanted = (name: string): boolean =>
    names.some((n) => n === 'All' || n === '.*' || n === name || (n.endsWith('.*') && name.startsWith(n.slice(0, -1))))
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted(name)))
}
