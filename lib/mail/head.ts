import { isUtf8 } from 'node:buffer'

export interface Field {
  name: string
  /** Unfolded (RFC 5322 §2.2.3), not decoded. */
  value: string
}

// Reading beyond these tells a postmaster nothing and costs memory: the raw mail still has it all.
const mostBytes = 512 * 1024
const mostFields = 1000
const longestValue = 16 * 1024
const LF = 0x0a
const COLON = 0x3a

// 8-bit header fields are UTF-8 nowadays (RFC 6532), and Latin-1 where they are not.
const text = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')

/**
 * The header fields of a mail of any quality, in order: lines may end in a bare LF, a line that is no field is passed over, the mbox
 * line `From …` too. At most 1,000 fields of the first 512 KB, each cut at 16 KB. Never throws.
 */
export function readHead(raw: Buffer): Field[] {
  const fields: Field[] = []
  let current: { name: string; lines: Buffer[]; size: number } | undefined
  const close = () => {
    if (!current) return
    const value = text(Buffer.concat(current.lines)).replace(/\r?\n(?=[ \t])/g, '').replace(/[\r\n]+$/, '')
    fields.push({ name: current.name, value: value.trim() })
    current = undefined
  }
  for (let pos = 0; pos < Math.min(raw.length, mostBytes) && fields.length < mostFields; ) {
    const lf = raw.indexOf(LF, pos)
    const end = lf < 0 ? raw.length : lf + 1
    const line = raw.subarray(pos, Math.min(end, mostBytes))
    pos = end
    const first = line[0]
    if (first === LF || (first === 0x0d && line[1] === LF)) break
    if (first === 0x20 || first === 0x09) {
      if (current && current.size < longestValue) {
        current.lines.push(line.subarray(0, longestValue - current.size))
        current.size += line.length
      }
      continue
    }
    const colon = line.indexOf(COLON)
    const name = colon > 0 && colon <= 100 ? line.toString('latin1', 0, colon).trimEnd() : ''
    close()
    if (!/^[!-9;-~]+$/.test(name)) continue
    const value = line.subarray(colon + 1, colon + 1 + longestValue)
    current = { name, lines: [value], size: value.length }
  }
  close()
  return fields
}
