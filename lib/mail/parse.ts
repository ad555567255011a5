import { parseAddressHeader, type EmailAddress } from 'mailparser'
import { clean, cut } from '@/lib/core/message/clean'
import { readBody, type Attachment, type Body } from './body'
import { decodeFields } from './decode'
import { readHead, type Field } from './head'

export interface ParsedMail {
  /** In order, decoded. At most 128 KB of them. */
  headers: Field[]
  /** Every address of every From field, as written, the domain in A-label form. */
  from: { address: string; name: string }[]
  subject: string
  /** The Message-ID field, angle brackets included; '' where there is none. */
  messageId: string
  /** The Date field. */
  date: Date | undefined
  /** At most 64 KB: the text parts, or the text of the HTML. */
  text: string
  hasHtml: boolean
  attachments: Attachment[]
  /** Why the mail could not be read to its end; what could be read stands above. */
  parseError: string | undefined
}

const longestText = 64 * 1024
const mostHeaderText = 128 * 1024
const timeLimit = 10_000

/**
 * Reads a mail of any quality. Never rejects: a mail that cannot be parsed has `parseError` and what its header section gave.
 * No text of the result holds what Postgres refuses.
 */
export async function parseMail(raw: Buffer, limitMs = timeLimit): Promise<ParsedMail> {
  const rawFields = readHead(raw)
  let problem: string | undefined
  const giveUp = (error: unknown) => {
    problem = error instanceof Error ? error.message : String(error)
  }
  const fields = await decodeFields(rawFields).catch((error: unknown) => {
    giveUp(error)
    return rawFields
  })
  const body = await readBody(raw, limitMs).catch((error: unknown): Body => {
    giveUp(error)
    return { text: '', hasHtml: false, attachments: [] }
  })
  problem ??= body.error ?? (rawFields.length === 0 ? 'the mail has no header section' : undefined)
  const first = (name: string): string => clean(fields.find((f) => f.name.toLowerCase() === name)?.value ?? '')
  const date = new Date(first('date'))
  return {
    headers: kept(fields),
    from: addressesOf(rawFields),
    subject: cut(first('subject'), 2000),
    messageId: cut(first('message-id'), 1000),
    date: Number.isNaN(date.getTime()) ? undefined : date,
    text: cutBytes(clean(body.text)),
    hasHtml: body.hasHtml,
    attachments: body.attachments.map((a) => ({
      filename: cut(clean(a.filename), 500),
      contentType: cut(clean(a.contentType), 200),
      size: a.size,
      disposition: cut(clean(a.disposition), 100),
      contentId: cut(clean(a.contentId), 500),
    })),
    parseError: problem === undefined ? undefined : cut(clean(problem), 500),
  }
}

function kept(fields: Field[]): Field[] {
  const result: Field[] = []
  let size = 0
  for (const { name, value } of fields) {
    size += name.length + value.length
    if (size > mostHeaderText) break
    result.push({ name, value: clean(value) })
  }
  return result
}

function addressesOf(fields: Field[]): ParsedMail['from'] {
  const line = fields.filter((f) => f.name.toLowerCase() === 'from').map((f) => f.value).join(', ')
  let found: EmailAddress[] = []
  try {
    found = line ? parseAddressHeader(cut(line, 16 * 1024), { flatten: true, decodePunycode: false }).value : []
  } catch {
    // A From field that cannot be read has no address: rules see none, and the raw field stands in the headers.
  }
  const short = (text: string | undefined) => cut(clean(String(text ?? '')), 500)
  return found
    .slice(0, 100)
    .map((a) => ({ address: short(a.address), name: short(a.name) }))
    .filter((a) => a.address || a.name)
}

function cutBytes(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= longestText) return text
  let end = longestText
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1
  return bytes.toString('utf8', 0, end)
}
