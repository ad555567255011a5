import type { NeededRecord } from './records'

/** A TXT value as strings of at most 255 bytes, quoted (RFC 1035 §3.3.14 and §5.1). */
function quoted(value: string): string {
  const bytes = Buffer.from(value, 'utf8')
  const chunks: string[] = []
  for (let i = 0; i < bytes.length; i += 255)
    chunks.push(`"${[...bytes.subarray(i, i + 255)].map((b) => (b === 34 || b === 92 ? `\\${String.fromCharCode(b)}` : b < 32 || b > 126 ? `\\${String(b).padStart(3, '0')}` : String.fromCharCode(b))).join('')}"`)
  return chunks.join(' ')
}

const data = ({ type, value }: NeededRecord): string => (type === 'TXT' ? quoted(value) : `${value}.`)

/** The records as a master file of RFC 1035 §5, with whole names: it can be read into any zone. TTL in seconds. */
export const zoneFile = (name: string, records: readonly NeededRecord[], ttl = 3600): string =>
  [`; Postroom's records for ${name}`, `$ORIGIN ${name}.`, `$TTL ${ttl}`, ...records.map((r) => `${r.name}. IN ${r.type} ${data(r)}`), ''].join('\n')
