import { MailParser, type Headers } from 'mailparser'
import type { Field } from './head'

/**
 * The fields with encoded words (RFC 2047) and foreign charsets decoded. mailparser decodes what it knows no structure of as plain text,
 * so the fields that need it are handed over under names that it does not know, as a mail of their own.
 */
export async function decodeFields(fields: readonly Field[]): Promise<Field[]> {
  const encoded = fields.filter((f) => f.value.includes('=?'))
  if (encoded.length === 0) return [...fields]
  const decoded = await readHeaders(encoded.map((f, i) => `X-Field-${i}: ${f.value}\r\n`).join('') + '\r\n')
  const values = new Map(encoded.map((f, i) => [f, decoded?.get(`x-field-${i}`)]))
  return fields.map((f) => {
    const value = values.get(f)
    return typeof value === 'string' ? { name: f.name, value } : f
  })
}

/** Undefined where the parser gives up: the fields then stand as they came. */
function readHeaders(head: string): Promise<Headers | undefined> {
  return new Promise((resolve) => {
    const parser = new MailParser({ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
    parser.on('headers', resolve)
    parser.on('error', () => resolve(undefined))
    parser.on('end', () => resolve(undefined))
    parser.resume()
    parser.end(head)
  })
}
