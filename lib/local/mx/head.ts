import { isUtf8 } from 'node:buffer'

interface Field {
  name: string
  /** Unfolded (RFC 5322 §2.2.3), not decoded. */
  value: string
  /** Where the field stands in the mail, its line ends included: [start, end). */
  start: number
  end: number
}

export interface Head {
  fields: Field[]
  /** Offset of the first byte of the body; the mail's length where it has none. */
  bodyStart: number
}

// What is longer than this is no header any more: reading it would cost memory and tell nothing.
const HEADER_LIMIT = 2 * 1024 * 1024
const LF = 0x0a

// 8-bit header fields are UTF-8 nowadays (RFC 6532), and Latin-1 where they are not.
const text = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')

export const unfold = (value: string): string => value.replace(/\r?\n(?=[ \t])/g, '').trim()

/**
 * Reads the header section of a mail of any quality: lines may end in a bare LF, and a line that is no field is passed over,
 * as other mail software does. Never throws.
 */
export function readHead(raw: Buffer): Head {
  const fields: Field[] = []
  let colonAt = 0
  let pos = 0
  const close = () => {
    const last = fields.at(-1)
    if (last) last.value = unfold(text(raw.subarray(colonAt + 1, last.end)))
  }
  while (pos < raw.length && pos < HEADER_LIMIT) {
    const lf = raw.indexOf(LF, pos)
    const end = lf < 0 ? raw.length : lf + 1
    const first = raw[pos]
    if (first === LF || (first === 0x0d && lf === pos + 1)) {
      close()
      return { fields, bodyStart: end }
    }
    const last = fields.at(-1)
    if (first === 0x20 || first === 0x09) {
      if (last && last.end === pos) last.end = end
    } else {
      const colon = raw.subarray(pos, end).indexOf(0x3a)
      const name = colon > 0 && colon < 1000 ? raw.toString('latin1', pos, pos + colon).trimEnd() : ''
      if (/^[\x21-\x7e]+$/.test(name)) {
        close()
        fields.push({ name, value: '', start: pos, end })
        colonAt = pos + colon
      }
    }
    pos = end
  }
  close()
  return { fields, bodyStart: Math.min(pos, raw.length) }
}

/** All values of a field, in their order. */
export const valuesOf = (head: Pick<Head, 'fields'>, name: string): string[] =>
  head.fields.filter((f) => f.name.toLowerCase() === name.toLowerCase()).map((f) => f.value)
