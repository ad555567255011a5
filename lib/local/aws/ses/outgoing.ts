import { randomUUID } from 'node:crypto'
import { AwsError } from '@/lib/local/aws/protocol'
import { addressesIn, display } from '@/lib/local/mx/addresses'
import { readHead, valuesOf, type Head } from '@/lib/local/mx/head'

export interface Tag {
  Name: string
  Value: string
}

/** What a raw mail says of its own sending, and the mail itself. */
export interface Draft {
  head: Head
  raw: Buffer
  from: string[]
  recipients: string[]
  configurationSet: string | undefined
  tags: Tag[]
}

/** Fields that SES writes itself or keeps to itself; Bcc must reach nobody. */
const replaced = new Set(['message-id', 'date', 'bcc', 'return-path', 'feedback-id', 'x-ses-outgoing'])
const own = /^x-ses-(?:configuration-set|message-tags|source-arn|from-arn|return-path-arn|tenant|list-management-options)$/i

/** Reads a mail that is to be sent. Throws InvalidParameterValue where SES would not take it. */
export function readDraft(raw: Buffer): Draft {
  const head = readHead(raw)
  if (head.fields.length === 0) throw new AwsError('InvalidParameterValue', "Missing required header 'From'.")
  for (const name of ['From', 'Sender', 'Subject', 'To', 'Cc', 'Bcc', 'Reply-To', 'Message-ID', 'Date'])
    if (valuesOf(head, name).length > 1) throw new AwsError('InvalidParameterValue', `Duplicate header '${name}'.`)
  const from = list(head, 'From')
  if (from.length === 0) throw new AwsError('InvalidParameterValue', "Missing required header 'From'.")
  const tags = valuesOf(head, 'X-SES-MESSAGE-TAGS')
    .flatMap((v) => v.split(','))
    .map((pair) => pair.split('=').map((p) => p.trim()))
    .map(([Name = '', Value = '']) => ({ Name, Value }))
  return {
    head,
    raw,
    from: [...from, ...list(head, 'Sender')],
    recipients: ['To', 'Cc', 'Bcc'].flatMap((name) => list(head, name)),
    configurationSet: valuesOf(head, 'X-SES-CONFIGURATION-SET')[0],
    tags,
  }
}

const list = (head: Head, name: string): string[] => addressesIn(valuesOf(head, name)).map((a) => a.address ?? '')

/** `<16 hex>-<uuid>-000000`, as SES's own ids: the first digits are the time. */
export const newMessageId = (at: Date): string => `0100${at.getTime().toString(16).padStart(12, '0')}-${randomUUID()}-000000`

/** The Message-ID that SES puts on the mail (us-east-1 is the one Region with a name of its own). */
const messageIdField = (id: string, region: string): string => `<${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`

/** The bytes that leave SES: own Message-ID and Date, no Bcc, no instructions to SES, CRLF line ends. */
export function outgoing({ raw, head }: Pick<Draft, 'raw' | 'head'>, id: string, at: Date, region: string): Buffer {
  const kept = head.fields
    .filter((f) => !replaced.has(f.name.toLowerCase()) && !own.test(f.name))
    .map((f) => raw.toString('latin1', f.start, f.end))
    .map((line) => (line.endsWith('\n') ? line : `${line}\r\n`))
  const added = [
    `Message-ID: ${messageIdField(id, region)}`,
    `Date: ${rfc5322Date(at)}`,
    `Feedback-ID: ::1.${region}.local:AmazonSES`,
    `X-SES-Outgoing: ${at.toISOString().slice(0, 10).replaceAll('-', '.')}-127.0.0.1`,
  ]
  const text = `${kept.join('')}${added.join('\r\n')}\r\n\r\n${raw.toString('latin1', head.bodyStart)}`
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')
}

/** RFC 5322 §3.3. */
export const rfc5322Date = (at: Date): string => at.toUTCString().replace('GMT', '+0000')

/** DG:quotas and notification contents: header fields up to 10 KB, then cut. */
const MAX_HEADER_BYTES = 10 * 1024

/** The `mail` object's header members in notifications and events. */
export function describeHeaders(head: Head) {
  let bytes = 0
  const headers = head.fields
    .filter((f) => !own.test(f.name))
    .filter((f) => (bytes += f.name.length + Buffer.byteLength(f.value) + 4) <= MAX_HEADER_BYTES)
    .map((f) => ({ name: f.name, value: f.value }))
  const shown = (name: string) => addressesIn(valuesOf(head, name)).map(display)
  const one = (name: string) => valuesOf(head, name)[0]
  const lists = { from: shown('From'), to: shown('To'), cc: shown('Cc'), replyTo: shown('Reply-To') }
  const commonHeaders = {
    ...Object.fromEntries(Object.entries(lists).filter(([, v]) => v.length > 0)),
    date: one('Date'),
    messageId: one('Message-ID'),
    subject: one('Subject'),
  }
  return { headersTruncated: bytes > MAX_HEADER_BYTES, headers, commonHeaders }
}
