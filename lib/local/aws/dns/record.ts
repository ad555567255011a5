import ipaddr from 'ipaddr.js'
import { domainToASCII } from 'node:url'
import type { Resource } from 'dns2/packet.js'
import { AwsError } from '@/lib/local/aws/protocol'

/** Types that the local zone holds, with their numbers (RFC 1035 §3.2.2, RFC 3596, RFC 2782, RFC 8659). */
export const types = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, CAA: 257 } as const
export type RecordType = keyof typeof types

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(types, type)

/** Lower case, without the final dot, A-labels. Throws where it cannot be a name in the DNS (RFC 1035 §2.3.4). */
export function ownerName(name: string): string {
  const lower = name.trim().replace(/\.$/, '').toLowerCase()
  const ascii = /[^\x00-\x7f]/.test(lower) ? domainToASCII(lower) : lower
  const labels = ascii.split('.')
  const fine = ascii.length <= 253 && labels.every((l, i) => /^[a-z0-9_/-]{1,63}$/.test(l) || (l === '*' && i === 0))
  if (!fine) throw wrong(`"${name}" is not a domain name.`)
  return ascii
}

const wrong = (message: string) => new AwsError('InvalidParameterValue', message)

/** Checks a value in zone-file form and gives it in the form that is stored: names lower-cased, no final dot. */
export function checkValue(type: RecordType, value: string): string {
  const parts = value.trim().split(/\s+/)
  const need = (n: number, form: string) => {
    if (parts.length !== n) throw wrong(`${type} "${value}" must be written as "${form}".`)
  }
  const integer = (text: string | undefined, max: number) => {
    if (text === undefined || !/^\d+$/.test(text) || Number(text) > max)
      throw wrong(`${type} "${value}": "${text}" must be a number up to ${max}.`)
  }
  const host = (text: string | undefined) => (text === '.' ? '.' : ownerName(text ?? ''))
  switch (type) {
    case 'A':
      if (!ipaddr.IPv4.isValidFourPartDecimal(value)) throw wrong(`A "${value}" must be an IPv4 address.`)
      return value
    case 'AAAA':
      if (!ipaddr.IPv6.isValid(value) || value.includes('%')) throw wrong(`AAAA "${value}" must be an IPv6 address.`)
      return ipaddr.IPv6.parse(value).toString()
    case 'TXT':
      if (value === '') throw wrong('TXT must not be empty.')
      return value
    case 'MX':
      need(2, '10 mail.example.com')
      integer(parts[0], 65535)
      return `${parts[0]} ${host(parts[1])}`
    case 'SRV':
      need(4, '0 5 443 host.example.com')
      for (const p of parts.slice(0, 3)) integer(p, 65535)
      return `${parts.slice(0, 3).join(' ')} ${host(parts[3])}`
    case 'CAA':
      if (parts.length < 3) throw wrong(`CAA "${value}" must be written as "0 issue ca.example".`)
      integer(parts[0], 255)
      return `${parts[0]} ${parts[1]} ${parts
        .slice(2)
        .join(' ')
        .replace(/^"(.*)"$/, '$1')}`
    case 'SOA':
      need(7, 'ns.example. hostmaster.example. serial refresh retry expire minimum')
      for (const p of parts.slice(2)) integer(p, 2 ** 32 - 1)
      return [host(parts[0]), host(parts[1]), ...parts.slice(2)].join(' ')
    default:
      need(1, 'host.example.com')
      return host(parts[0])
  }
}

/** TXT strings of at most 255 bytes each (RFC 1035 §3.3.14). */
function textChunks(value: string): Buffer[] {
  const bytes = Buffer.from(value, 'utf8')
  const chunks: Buffer[] = []
  for (let i = 0; i < bytes.length; i += 255) chunks.push(bytes.subarray(i, i + 255))
  return chunks
}

/** As `dns/promises` gives one record of that type; TXT one character a byte. */
export function toAnswer(type: RecordType, value: string): unknown {
  const p = value.split(' ')
  switch (type) {
    case 'TXT':
      return textChunks(value).map((c) => c.toString('latin1'))
    case 'MX':
      return { priority: Number(p[0]), exchange: dotless(p[1]) }
    case 'SRV':
      return { priority: Number(p[0]), weight: Number(p[1]), port: Number(p[2]), name: dotless(p[3]) }
    case 'CAA':
      return { critical: Number(p[0]), [p[1] ?? 'issue']: p.slice(2).join(' ') }
    case 'SOA':
      return {
        nsname: p[0],
        hostmaster: p[1],
        serial: Number(p[2]),
        refresh: Number(p[3]),
        retry: Number(p[4]),
        expire: Number(p[5]),
        minttl: Number(p[6]),
      }
    default:
      return value
  }
}

/** A null MX's exchange (RFC 7505) is the root, which resolvers show as the empty name. */
const dotless = (name: string | undefined) => (name === '.' ? '' : (name ?? ''))

/** One second: a change is seen at once, and a resolver's cache still has something to hold. */
const TTL = 1

/** As the codec writes it. */
export function toResource(name: string, type: RecordType, value: string): Resource {
  const p = value.split(' ')
  const base = { name, type: types[type], class: 1, ttl: TTL }
  switch (type) {
    case 'A':
      return { ...base, address: value }
    case 'AAAA':
      return { ...base, address: ipaddr.IPv6.parse(value).toNormalizedString() }
    case 'TXT':
      return { ...base, data: textChunks(value) }
    case 'MX':
      return { ...base, priority: Number(p[0]), exchange: dotless(p[1]) }
    case 'NS':
      return { ...base, ns: value }
    case 'SRV':
      return { ...base, priority: Number(p[0]), weight: Number(p[1]), port: Number(p[2]), target: dotless(p[3]) }
    case 'CAA':
      return { ...base, flags: Number(p[0]), tag: p[1] ?? 'issue', value: p.slice(2).join(' ') }
    case 'SOA':
      return {
        ...base,
        primary: p[0],
        admin: p[1],
        serial: Number(p[2]),
        refresh: Number(p[3]),
        retry: Number(p[4]),
        expiration: Number(p[5]),
        minimum: Number(p[6]),
      }
    default:
      return { ...base, domain: value }
  }
}
