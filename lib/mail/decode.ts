import { MailParser } from 'mailparser'
import type { Field } from './head'

// A mail has a handful of encoded fields; one with more wants to cost us time.
const most = 100

/**
 * The fields with their encoded words (RFC 2047) decoded, whatever the field: mailparser decodes the Subject of a mail, so each value that
 * holds encoded words is handed to it as the subject of a mail of its own.
 */
export async function decodeFields(fields: readonly Field[]): Promise<Field[]> {
  let left = most
  const decoded: Field[] = []
  for (const field of fields) {
    const encoded = field.value.includes('=?') && left > 0
    if (encoded) left -= 1
    decoded.push(encoded ? { name: field.name, value: await decodeWords(field.value) } : field)
  }
  return decoded
}

/** As it came where the parser gives up. */
function decodeWords(value: string): Promise<string> {
  return new Promise((resolve) => {
    const parser = new MailParser({ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
    parser.on('headers', (headers) => {
      const subject = headers.get('subject')
      resolve(typeof subject === 'string' ? subject : value)
    })
    parser.on('error', () => resolve(value))
    parser.on('end', () => resolve(value))
    parser.resume()
    parser.end(`Subject: ${value}\r\n\r\n`)
  })
}
