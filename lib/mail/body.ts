import { setImmediate as turn } from 'node:timers/promises'
import { MailParser, type AttachmentStream, type MessageText } from 'mailparser'

export interface Attachment {
  filename: string
  contentType: string
  /** Decoded, bytes. */
  size: number
  disposition: string
  contentId: string
}

export interface Body {
  /** The text parts; of an HTML-only mail its text. */
  text: string
  hasHtml: boolean
  attachments: Attachment[]
  /** Why the parser gave up; what it had read by then stands above. */
  error?: string
}

const chunk = 256 * 1024
// Longer HTML is not turned into text: the converter's time grows faster than its input.
const longestHtml = 512 * 1024
const mostAttachments = 200

/**
 * Reads a mail's body; attachments are measured, not kept. Gives up after `limitMs` (looked at between chunks of 256 KB). Never rejects.
 */
export async function readBody(raw: Buffer, limitMs: number): Promise<Body> {
  const body: Body = { text: '', hasHtml: false, attachments: [] }
  const parser = new MailParser({
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxHtmlLengthToParse: longestHtml,
  })
  let failed = ''
  let done = false
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error: Error) => {
      failed ||= error.message || error.name
      resolve()
    })
    parser.on('end', resolve)
    parser.on('close', resolve)
  }).then(() => {
    done = true
  })
  parser.on('data', (part: AttachmentStream | MessageText) => (part.type === 'text' ? takeText(body, part) : takeAttachment(body, part)))

  const deadline = performance.now() + limitMs
  try {
    for (let at = 0; at < raw.length && !done; at += chunk) {
      if (performance.now() > deadline) throw new Error(`reading took more than ${limitMs / 1000} s`)
      if (parser.write(raw.subarray(at, at + chunk))) await turn()
      else await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended, until(deadline)])
    }
    if (!done) parser.end()
    await Promise.race([ended, until(deadline)])
    if (!done) throw new Error(`reading took more than ${limitMs / 1000} s`)
  } catch (error) {
    failed ||= error instanceof Error ? error.message : String(error)
    parser.destroy()
  }
  return failed ? { ...body, error: failed } : body
}

function until(deadline: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, deadline - performance.now())).unref()
  })
}

// The parser promises strings, and gives other things for repeated or broken fields.
const word = (value: unknown): string => (typeof value === 'string' ? value : '')

function takeText(body: Body, part: MessageText): void {
  body.text = word(part.text)
  body.hasHtml = Boolean(part.html)
}

function takeAttachment(body: Body, part: AttachmentStream): void {
  const attachment: Attachment = {
    filename: word(part.filename),
    contentType: word(part.contentType),
    size: 0,
    disposition: word(part.contentDisposition),
    contentId: word(part.cid),
  }
  if (body.attachments.length < mostAttachments) body.attachments.push(attachment)
  part.content.on('data', (bytes: Buffer) => (attachment.size += bytes.length))
  part.content.on('error', () => part.release?.())
  part.content.on('end', () => part.release?.())
}
