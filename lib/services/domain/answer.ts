import { z } from 'zod'
import { config } from '@/lib/config'
import { explain, type Explained } from '@/lib/core/domain/explain'
import { Facts } from '@/lib/core/domain/facts'
import { foreignMailFrom, mailFromState, type MailFromState } from '@/lib/core/domain/mail-from'
import type { Consent } from '@/lib/core/domain/consent'
import { noticeOf, type Hold } from '@/lib/core/domain/notice'
import { neededRecords, recordStates, type CheckedRecord } from '@/lib/core/domain/records'
import { graceEnd, type DomainStatus } from '@/lib/core/domain/status'
import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'
import { wishOf } from './mail-from'

/** What the last look found, as the column `records` holds it. `owner`: proved, but another tenant's proof stands too, or may stand in a cache. */
const StoredState = z.object({
  purpose: z.string(),
  state: z.enum([...recordStates, 'taken', 'contested']),
  found: z.array(z.string()).optional(),
  ttl: z.number().optional(),
})
export type StoredState = z.infer<typeof StoredState>

/** A record with why it is not as it should be, and what to do. */
type TaughtRecord = CheckedRecord & Explained

export interface DomainAnswer {
  id: string
  name: string
  status: DomainStatus
  records: TaughtRecord[]
  /** The custom MAIL FROM domain that was asked for, and how it stands. */
  mailFrom: { domain: string; onMxFailure: OnMxFailure; state: MailFromState } | null
  /** The one at SES that somebody else set; it is left alone. */
  foreignMailFrom: string | null
  /** When an unproved claim ends. */
  expiresAt: string | null
  /** Until when mail is still taken for a failing domain, and since when it is not. */
  graceUntil: string | null
  lapsedAt: string | null
  /** When another tenant proved the name, which makes it a claim again. */
  lostAt: string | null
  /** What the owner of the domain above says, where one has to be asked. */
  consent: Consent | null
  /** SES had the identity before the claim. */
  adopted: boolean
  /** What the tenant has to know beside the records. */
  notice: string | null
  createdAt: string
  checkedAt: string | null
  verifiedAt: string | null
}

export const storedStates = (row: Domain): StoredState[] => z.array(StoredState).parse(row.records)
export const factsOf = (row: Domain): Facts => Facts.safeParse(row.facts).data ?? {}

/** The records that a domain needs, with what was last seen of them. */
function taughtRecords(row: Domain, facts: Facts): TaughtRecord[] {
  const states = new Map(storedStates(row).map((s) => [s.purpose, s]))
  return neededRecords({ name: row.name, token: row.token, dkimTokens: row.dkimTokens, region: config().aws.region, mailFrom: row.mailFrom }).map((record) => {
    const seen = states.get(record.purpose)
    const state = seen && seen.state !== 'taken' && seen.state !== 'contested' ? seen.state : 'missing'
    const checked = { ...record, state, ...(seen?.found ? { found: seen.found } : {}), ...(seen?.ttl === undefined ? {} : { ttl: seen.ttl }) }
    return { ...checked, ...explain(checked, facts, seen !== undefined) }
  })
}

/** What stands between a claim with its proof and its tenant. */
export function holdOf(row: Domain): Hold | null {
  if (row.status !== 'pending') return null
  if (row.consent === 'asked' || row.consent === 'refused' || row.consent === 'withdrawn') return row.consent
  const state = storedStates(row).find((s) => s.purpose === 'owner')?.state
  return state === 'taken' || state === 'contested' ? state : null
}

export function domainAnswer(row: Domain): DomainAnswer {
  const facts = factsOf(row)
  const wish = wishOf(row)
  return {
    id: row.id,
    name: row.name,
    status: row.status as DomainStatus,
    records: taughtRecords(row, facts),
    mailFrom: wish.domain === null ? null : { domain: wish.domain, onMxFailure: wish.onMxFailure, state: mailFromState(wish, facts.mailFrom) },
    foreignMailFrom: foreignMailFrom(wish, facts.mailFrom),
    expiresAt: row.status === 'pending' ? (row.expiresAt?.toISOString() ?? null) : null,
    graceUntil: row.status === 'failing' && row.lapsedAt === null && row.failingAt ? graceEnd(row.failingAt).toISOString() : null,
    lapsedAt: row.lapsedAt?.toISOString() ?? null,
    lostAt: row.lostAt?.toISOString() ?? null,
    consent: row.consent as Consent | null,
    adopted: row.adoptedAt !== null,
    notice: noticeOf(row, holdOf(row)),
    createdAt: row.createdAt.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  }
}
