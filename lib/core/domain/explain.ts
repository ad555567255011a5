import { isDmarc, readDmarc } from './dmarc'
import type { Facts } from './facts'
import type { CheckedRecord } from './records'
import { sentence, type Sentence } from './sentence'
import { isSpf, spfLimit } from './spf'

export const marks = ['ok', 'bad', 'missing', 'unsure', 'advised'] as const
export type Mark = (typeof marks)[number]

type WhyKey =
  | 'unchecked'
  | 'unknown'
  | 'cname'
  | 'ownershipMissing'
  | 'ownershipWrong'
  | 'mxMissing'
  | 'mxElsewhere'
  | 'mxNull'
  | 'mxRegion'
  | 'mxBefore'
  | 'mxBeside'
  | 'mxAfter'
  | 'dkimMissing'
  | 'dkimWrong'
  | 'dkimFailing'
  | 'spfMissing'
  | 'spfTwo'
  | 'spfOther'
  | 'spfTooMany'
  | 'spfNear'
  | 'spfSyntax'
  | 'spfLoop'
  | 'spfVoid'
  | 'spfUnknown'
  | 'dmarcMissing'
  | 'dmarcTwo'
  | 'dmarcSyntax'
  | 'dmarcNone'
  | 'dmarcNoReports'
  | 'dmarcQuarantine'
  | 'dmarcSp'
  | 'mailFromMissing'
  | 'mailFromSpfMissing'
  | 'mailFromElsewhere'
  | 'mailFromMany'
  | 'mailFromWaits'
type DoKey =
  | 'check'
  | 'wait'
  | 'removeCname'
  | 'add'
  | 'replace'
  | 'replaceMx'
  | 'removeMx'
  | 'removeMxAfter'
  | 'waitSes'
  | 'mergeSpf'
  | 'includeSpf'
  | 'shortenSpf'
  | 'mindSpf'
  | 'mendSpf'
  | 'addAdvised'
  | 'mergeDmarc'
  | 'mendDmarc'
  | 'watchDmarc'
  | 'reportDmarc'
  | 'rejectDmarc'
  | 'spDmarc'
  | 'oneMailFrom'

export interface Explained {
  mark: Mark
  /** Why it is not as it should be, and what to do; null where nothing is to be said. */
  why: Sentence<WhyKey> | null
  do: Sentence<DoKey> | null
}

/** A record with its explanation. */
export interface ExplainedRecord extends CheckedRecord, Explained {
  /** As the form of the zone's host wants it. */
  nameAtHost: string
}

const is = (mark: Mark, why: Sentence<WhyKey> | null = null, act: Sentence<DoKey> | null = null): Explained => ({ mark, why, do: act })
const fine = is('ok')

/** What a record's owner has to know of it. `checked`: whether it was looked at ever. Never better than what was found. */
export function explain(record: CheckedRecord, facts: Facts, checked = true): Explained {
  const { type, name, value, state } = record
  const put = sentence('add' as const, { type, name, value })
  if (!checked) return is('missing', sentence('unchecked'), put)
  if (state === 'unknown') return is('unsure', sentence('unknown', { name }), sentence('wait'))
  const cname = facts.cnames?.find((c) => c.name === name)
  if (cname && type !== 'CNAME') return is('bad', sentence('cname', { name, target: cname.target }), sentence('removeCname', { name, type }))
  const found = record.found ?? []
  switch (record.purpose) {
    case 'ownership':
    case 'verification':
      if (state === 'found') return fine
      return state === 'wrong' ? is('bad', sentence('ownershipWrong'), sentence('replace', { type, name, value })) : is('missing', sentence('ownershipMissing'), put)
    case 'mx':
      return explainMx(record, found)
    case 'dkim1':
    case 'dkim2':
    case 'dkim3':
      if (state === 'wrong') return is('bad', sentence('dkimWrong', { found: found[0] ?? '' }), sentence('replace', { type, name, value }))
      if (state === 'missing') return is('missing', sentence('dkimMissing'), put)
      return facts.identity === 'unverified' ? is('unsure', sentence('dkimFailing'), sentence('waitSes')) : fine
    case 'spf':
      return explainSpf(record, found, facts)
    case 'dmarc':
      return explainDmarc(record, found)
    case 'mailFromMx':
    case 'mailFromSpf':
      return explainMailFrom(record, found, facts)
  }
}

function explainMailFrom({ purpose, state, type, name, value }: CheckedRecord, found: readonly string[], { mailFrom }: Facts): Explained {
  if (state === 'missing') return is('missing', sentence(purpose === 'mailFromMx' ? 'mailFromMissing' : 'mailFromSpfMissing'), sentence('add', { type, name, value }))
  if (purpose === 'mailFromSpf' && state === 'conflict') return is('bad', sentence('spfTwo', { count: Math.max(2, found.filter(isSpf).length) }), sentence('mergeSpf', { name }))
  if (purpose === 'mailFromSpf' && state === 'wrong') return is('bad', sentence('spfOther', { found: found.find(isSpf) ?? '' }), sentence('includeSpf'))
  if (state === 'conflict') return is('bad', sentence('mailFromMany'), sentence('oneMailFrom', { value }))
  if (state === 'wrong') return is('bad', sentence('mailFromElsewhere', { found: found[0] ?? '' }), sentence('replace', { type, name, value }))
  return mailFrom && mailFrom.domain === name && mailFrom.state !== 'verified' ? is('unsure', sentence('mailFromWaits'), sentence('waitSes')) : fine
}

const readMx = (text: string) => {
  const [preference = '', exchange = ''] = text.split(' ')
  return { preference: Number(preference), exchange: exchange.replace(/\.$/, '').toLowerCase() }
}

function explainMx({ state, type, name, value }: CheckedRecord, found: readonly string[]): Explained {
  const ours = readMx(value).exchange
  if (state === 'missing') return is('missing', sentence('mxMissing'), sentence('add', { type, name, value }))
  const all = found.map(readMx).sort((a, b) => a.preference - b.preference)
  const others = all.filter((m) => m.exchange !== ours)
  const other = others[0]
  if (!other) return fine
  const replace = sentence('replaceMx' as const, { found: others.map((m) => m.exchange).join(', '), value })
  if (state === 'wrong') {
    // RFC 7505: an empty exchange says that no mail is taken.
    if (other.exchange === '') return is('bad', sentence('mxNull', { name }), replace)
    const region = /^inbound-smtp\.([a-z0-9-]+)\.amazonaws\.com$/.exec(other.exchange)?.[1]
    return region ? is('bad', sentence('mxRegion', { region }), replace) : is('bad', sentence('mxElsewhere', { found: other.exchange }), replace)
  }
  const own = all.find((m) => m.exchange === ours)?.preference ?? 0
  const params = { found: other.exchange, priority: other.preference, own }
  if (other.preference < own) return is('bad', sentence('mxBefore', params), sentence('removeMx', params))
  return other.preference === own
    ? is('bad', sentence('mxBeside', params), sentence('removeMx', params))
    : is('advised', sentence('mxAfter', params), sentence('removeMxAfter', params))
}

function explainSpf({ state, type, name, value }: CheckedRecord, found: readonly string[], { spf }: Facts): Explained {
  if (state === 'missing') return is('missing', sentence('spfMissing'), sentence('add', { type, name, value }))
  const records = found.filter(isSpf)
  if (state === 'conflict') return is('bad', sentence('spfTwo', { count: Math.max(2, records.length) }), sentence('mergeSpf', { name }))
  if (state === 'wrong') return is('bad', sentence('spfOther', { found: records[0] ?? '' }), sentence('includeSpf'))
  if (!spf) return fine
  const params = { count: Math.min(spf.lookups, spfLimit), at: spf.at ?? '' }
  if (spf.lookups > spfLimit) return is('bad', sentence('spfTooMany', params), sentence('shortenSpf'))
  if (spf.problem === 'syntax') return is('bad', sentence('spfSyntax', params), sentence('mendSpf', params))
  if (spf.problem === 'loop') return is('bad', sentence('spfLoop', params), sentence('mendSpf', params))
  if (spf.problem === 'void') return is('bad', sentence('spfVoid', params), sentence('mendSpf', params))
  if (spf.problem === 'unknown') return is('unsure', sentence('spfUnknown', params), sentence('wait'))
  return spf.lookups >= 9 ? is('advised', sentence('spfNear', params), sentence('mindSpf')) : fine
}

function explainDmarc({ state, type, name, value }: CheckedRecord, found: readonly string[]): Explained {
  if (state === 'missing') return is('advised', sentence('dmarcMissing'), sentence('addAdvised', { type, name, value }))
  const records = found.filter(isDmarc)
  if (state === 'conflict') return is('bad', sentence('dmarcTwo', { count: Math.max(2, records.length) }), sentence('mergeDmarc', { name }))
  const read = records[0] === undefined ? { problem: found[0] ?? '' } : readDmarc(records[0])
  if ('problem' in read) return is('bad', sentence('dmarcSyntax', { found: read.problem }), sentence('mendDmarc', { value }))
  const { p, sp, rua } = read.dmarc
  if (rua.length === 0) return is('advised', sentence('dmarcNoReports', { p }), sentence('reportDmarc', { p }))
  if (p === 'none') return is('advised', sentence('dmarcNone'), sentence('watchDmarc'))
  if (sp === 'none') return is('advised', sentence('dmarcSp', { p }), sentence('spDmarc', { p }))
  return p === 'quarantine' ? is('ok', sentence('dmarcQuarantine'), sentence('rejectDmarc')) : fine
}
