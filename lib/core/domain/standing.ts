import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Explained, Mark } from './explain'
import type { Facts } from './facts'
import type { MailFromState } from './mail-from'
import type { Hold } from './notice'
import type { Purpose } from './records'
import { sentence, type Sentence } from './sentence'
import type { DomainStatus } from './status'

export type Receiving = 'waiting' | 'receives' | 'lapsed' | 'unapplied' | 'partly' | 'elsewhere' | 'nowhere' | 'unsure'
export type Sending = 'waiting' | 'ready' | 'flawed' | 'broken' | 'unsure'

interface Marked extends Explained {
  purpose: Purpose
  found?: readonly string[]
}

const of = (records: readonly Marked[], ...purposes: Purpose[]): Mark[] => records.filter((r) => purposes.includes(r.purpose)).map((r) => r.mark)

interface Around {
  /** Whether the receipt rules that were last applied have the domain. */
  applied?: boolean
  /** Its grace is over: no mail is taken. */
  lapsed?: boolean
  mailFrom?: { state: MailFromState; onMxFailure: OnMxFailure } | null
}

/** What arrives and what leaves by the domain, in a word each; never greener than its records and what was applied to SES. */
export function standing(status: DomainStatus, records: readonly Marked[], { applied = true, lapsed = false, mailFrom = null }: Around = {}): { receiving: Receiving; sending: Sending } {
  const [mx] = of(records, 'mx')
  const dkim = of(records, 'dkim1', 'dkim2', 'dkim3')
  const rest = of(records, 'spf', 'dmarc', 'mailFromMx', 'mailFromSpf')
  const others = (records.find((r) => r.purpose === 'mx')?.found ?? []).length > 0
  const shared = records.some((r) => r.purpose === 'mx' && (r.why?.key === 'mxBefore' || r.why?.key === 'mxBeside'))
  const receiving = (): Receiving => {
    if (lapsed) return 'lapsed'
    if (mx === 'unsure') return 'unsure'
    if (status === 'pending') return 'waiting'
    if (mx === 'missing') return 'nowhere'
    if (mx === 'bad') return shared ? 'partly' : others ? 'elsewhere' : 'nowhere'
    return applied ? 'receives' : 'unapplied'
  }
  const sending = (): Sending => {
    if (status === 'pending') return 'waiting'
    if (status === 'failing' || dkim.length < 3 || dkim.some((m) => m === 'bad' || m === 'missing')) return 'broken'
    // SES sends nothing then, whatever else is right.
    if (mailFrom?.onMxFailure === 'reject' && (mailFrom.state === 'pending' || mailFrom.state === 'failed')) return 'broken'
    if (dkim.includes('unsure')) return 'unsure'
    if (rest.includes('bad') || of(records, 'spf', 'mailFromMx', 'mailFromSpf').includes('missing')) return 'flawed'
    if (mailFrom && unused.includes(mailFrom.state)) return 'flawed'
    return rest.includes('unsure') || mailFrom?.state === 'asked' ? 'unsure' : 'ready'
  }
  return { receiving: receiving(), sending: sending() }
}

const unused: readonly MailFromState[] = ['foreign', 'gone', 'failed']

const order: readonly Mark[] = ['bad', 'missing', 'unsure']

/** The record to look at first: in the order of need, what is wrong or missing; after that what is advised. */
export function firstToDo<R extends Marked>(records: readonly R[]): R | undefined {
  return records.find((r) => order.includes(r.mark)) ?? records.find((r) => r.mark === 'advised')
}

export type ConflictKey =
  | Hold
  | 'withdrawnAfter'
  | 'undelegated'
  | 'wildcard'
  | 'sesUnverified'
  | 'foreignMailFrom'
  | 'mailFromGone'
  | 'mailFromFailed'
  | 'mailFromRejects'

interface Conflicting {
  name: string
  status: DomainStatus
  hold: Hold | null
  consent?: string | null
  mailFrom: { domain: string; state: MailFromState; onMxFailure: OnMxFailure } | null
  foreignMailFrom: string | null
}

/** What stands in the way of several records at once, or of all: said before them. */
export function conflicts(domain: Conflicting, records: readonly Marked[], facts: Facts): Sentence<ConflictKey>[] {
  const list: Sentence<ConflictKey>[] = []
  if (domain.hold) list.push(sentence(domain.hold, { name: domain.name }))
  if (domain.status === 'failing' && domain.consent === 'withdrawn') list.push(sentence('withdrawnAfter', { name: domain.name }))
  const nothing = records.every((r) => r.mark !== 'ok' && (r.found ?? []).length === 0)
  if (facts.ns?.length === 0 && nothing) list.push(sentence('undelegated', { name: domain.name }))
  if (facts.wildcard) list.push(sentence('wildcard', { name: `*.${domain.name}` }))
  if (domain.status !== 'pending' && facts.identity === 'unverified') list.push(sentence('sesUnverified', { name: domain.name }))
  if (domain.foreignMailFrom !== null) list.push(sentence('foreignMailFrom', { name: domain.foreignMailFrom }))
  const { mailFrom } = domain
  if (mailFrom?.state === 'gone') list.push(sentence('mailFromGone', { name: mailFrom.domain }))
  if (mailFrom?.state === 'failed') list.push(sentence('mailFromFailed', { name: mailFrom.domain }))
  if (mailFrom?.onMxFailure === 'reject' && mailFrom.state === 'pending') list.push(sentence('mailFromRejects', { name: domain.name, mailFrom: mailFrom.domain }))
  return list
}
