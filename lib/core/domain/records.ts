import { isDmarc } from './dmarc'
import { isSpf } from './spf'

/**
 * `conflict`: several stand where only one may, so that none counts. `unknown`: the last look-up failed for a reason that passes (a name
 * server that does not answer).
 */
export const recordStates = ['missing', 'found', 'wrong', 'conflict', 'unknown'] as const
type RecordState = (typeof recordStates)[number]
export type RecordType = 'TXT' | 'MX' | 'CNAME'
export type Purpose = 'ownership' | 'mx' | 'dkim1' | 'dkim2' | 'dkim3' | 'spf' | 'dmarc' | 'verification' | 'mailFromMx' | 'mailFromSpf'

/** A record in zone-file form, TXT unquoted: `{name, type, values: [value]}` can be handed to a DNS service as it is. */
export interface NeededRecord {
  purpose: Purpose
  type: RecordType
  name: string
  value: string
}

/** A needed record with what the last look-up found at its name. */
export interface CheckedRecord extends NeededRecord {
  state: RecordState
  found?: string[]
  /** Seconds for which caches may go on telling what was found, where that has to go. */
  ttl?: number
}

/** Whether something that was found has to go: then its TTL matters. */
export const mustGo = ({ state, type, found = [] }: CheckedRecord): boolean => state === 'wrong' || state === 'conflict' || (type === 'MX' && found.length > 1)

interface DomainRecords {
  name: string
  token: string
  /** SES's three selectors. */
  dkimTokens: readonly string[]
  region: string
  /** The custom MAIL FROM domain, where the tenant wants one. */
  mailFrom?: string | null
}

const dkimPurposes = ['dkim1', 'dkim2', 'dkim3'] as const

const dkim = (name: string, tokens: readonly string[]): NeededRecord[] =>
  dkimPurposes.flatMap((purpose, i) => {
    const token = tokens[i]
    return token === undefined ? [] : [{ purpose, type: 'CNAME' as const, name: `${token}._domainkey.${name}`, value: `${token}.dkim.amazonses.com` }]
  })

/** SES's receiving host (Developer Guide "Publishing an MX record for Amazon SES email receiving"). */
const inboundHost = (region: string): string => `inbound-smtp.${region}.amazonaws.com`

/** What a tenant puts into a domain's zone. Ownership and DKIM are needed to verify, MX to receive; SPF and DMARC are advised. */
export const neededRecords = ({ name, token, dkimTokens, region, mailFrom }: DomainRecords): NeededRecord[] => [
  { purpose: 'ownership', type: 'TXT', name: `_postroom.${name}`, value: `pr=${token}` },
  { purpose: 'mx', type: 'MX', name, value: `10 ${inboundHost(region)}` },
  ...dkim(name, dkimTokens),
  { purpose: 'spf', type: 'TXT', name, value: 'v=spf1 include:amazonses.com ~all' },
  { purpose: 'dmarc', type: 'TXT', name: `_dmarc.${name}`, value: 'v=DMARC1; p=none' },
  ...(mailFrom ? mailFromRecords(mailFrom, region) : []),
]

/** SES's two records of a custom MAIL FROM domain, where bounces come back (Developer Guide "Using a custom MAIL FROM domain"). */
const mailFromRecords = (name: string, region: string): NeededRecord[] => [
  { purpose: 'mailFromMx', type: 'MX', name, value: `10 feedback-smtp.${region}.amazonses.com` },
  { purpose: 'mailFromSpf', type: 'TXT', name, value: 'v=spf1 include:amazonses.com ~all' },
]

/** What the operator puts into the platform domain's zone: tenants receive at every name below it. */
export const platformRecords = (name: string, verificationToken: string, dkimTokens: readonly string[], region: string): NeededRecord[] => [
  { purpose: 'verification', type: 'TXT', name: `_amazonses.${name}`, value: verificationToken },
  ...dkim(name, dkimTokens),
  { purpose: 'mx', type: 'MX', name: `*.${name}`, value: `10 ${inboundHost(region)}` },
  { purpose: 'spf', type: 'TXT', name, value: 'v=spf1 include:amazonses.com ~all' },
  { purpose: 'dmarc', type: 'TXT', name: `_dmarc.${name}`, value: 'v=DMARC1; p=none' },
]

/** Judges what stands at a needed record's name. `found`: the values of its type there, in zone-file form. */
export function judgeRecord(needed: NeededRecord, found: readonly string[]): CheckedRecord {
  const { fits, rival, alone } = judges[needed.purpose]
  const rivals = found.filter(rival)
  const one = found.some((v) => fits(v, needed.value)) ? 'found' : rivals.length > 0 ? 'wrong' : 'missing'
  const state = alone && found.filter(alone).length > 1 ? 'conflict' : one
  // What matters comes first: a zone may hold a hundred other TXT values.
  const values = [...rivals, ...found.filter((v) => !rival(v))]
  return { ...needed, state, ...(values.length > 0 ? { found: values.slice(0, shownValues).map(shown) } : {}) }
}

const shownValues = 10

/** Anything can stand in a zone: what is kept to be shown is cut, and without the control characters that a database refuses. */
const shown = (value: string): string => value.slice(0, 300).replace(/[\u0000-\u001f\u007f]/g, '\ufffd')

interface Judge {
  fits(value: string, wanted: string): boolean
  /** Stands in the wanted record's place, and must be changed. */
  rival(value: string): boolean
  /** Of these only one may stand there. */
  alone?(value: string): boolean
}

const host = (value: string): string => value.replace(/\.$/, '').toLowerCase()
const any = () => true
const cname: Judge = { fits: (value, wanted) => host(value) === host(wanted), rival: any }

// The preference is the owner's own affair.
const mx: Judge = { fits: (value, wanted) => host(value.split(' ')[1] ?? '') === host(wanted.split(' ')[1] ?? ''), rival: any }
// RFC 7208 §4.5: a record of version spf1, of which a second makes the check a permanent error; other mechanisms beside ours are the owner's.
const spf: Judge = { fits: (value) => isSpf(value) && /(^|\s)[+?~]?include:amazonses\.com(\s|$)/i.test(value), rival: isSpf, alone: isSpf }

const judges: Record<Purpose, Judge> = {
  ownership: { fits: (value, wanted) => value.trim() === wanted, rival: (value) => value.startsWith('pr=') },
  verification: { fits: (value, wanted) => value.trim() === wanted, rival: any },
  mx,
  dkim1: cname,
  dkim2: cname,
  dkim3: cname,
  spf,
  // SES takes a MAIL FROM domain with exactly one MX record.
  mailFromMx: { ...mx, alone: any },
  mailFromSpf: spf,
  // RFC 7489 §6.3: any policy will do; §6.6.3: with a second record there is none.
  dmarc: { fits: isDmarc, rival: (value) => /^v=DMARC/i.test(value), alone: isDmarc },
}
