import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { s3Error } from './errors'

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false, suppressEmptyNode: true })
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false, htmlEntities: true, removeNSPrefix: true })

export type XmlValue = string | number | boolean | undefined | XmlValue[] | { [name: string]: XmlValue }

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// S3 keys may hold control characters: they go out as numeric references, as S3 sends them.
const escape = (text: string): string =>
  text.replace(/[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => named[c] ?? `&#x${c.charCodeAt(0).toString(16)};`)

function prepare(value: XmlValue): unknown {
  if (Array.isArray(value)) return value.map(prepare)
  if (typeof value !== 'object') return escape(String(value))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([name, v]) => [name, prepare(v)]),
  )
}

/** A document of one root element in S3's namespace; an array repeats its element, undefined leaves it out. */
export function xmlDocument(root: string, content: { [name: string]: XmlValue }, ns: string | undefined = namespace): string {
  const inner = prepare(content) as Record<string, unknown>
  const attributes = ns ? { '@xmlns': ns } : {}
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + String(builder.build({ [root]: { ...attributes, ...inner } }))
}

/** S3's error document has no namespace (Amazon S3 API Reference, "REST error responses"). */
export const errorDocument = (content: { [name: string]: XmlValue }): string => xmlDocument('Error', content, '')

export type Parsed = { [name: string]: Parsed | Parsed[] | string | undefined }

/** Reads a request document whose root must be `root`. Throws MalformedXML. */
export function parseXml(body: Buffer, root: string): Parsed {
  const text = body.toString('utf8')
  if (XMLValidator.validate(text) !== true) throw s3Error('MalformedXML')
  const document = parser.parse(text) as Parsed
  const content = document[root]
  if (content === undefined || Array.isArray(content)) throw s3Error('MalformedXML')
  return typeof content === 'string' ? {} : content
}

/** The elements of a name, where the schema allows several. */
export function elements(parent: Parsed, name: string): Parsed[] {
  const value = parent[name]
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map((v) => (typeof v === 'object' ? v : {}))
}

/** The text of a child element; undefined where there is none. */
export function text(parent: Parsed, name: string): string | undefined {
  const value = parent[name]
  return typeof value === 'string' ? value : undefined
}
