import { z } from 'zod'
import { config } from '@/lib/config'
import { explain, type Explained } from '@/lib/core/domain/explain'
import { Facts } from '@/lib/core/domain/facts'
import { foreignMailFrom, mailFromState, type MailFromState } from '@/lib/core/domain/mail-from'
import { neededRecords, recordStates, type CheckedRecord } from '@/lib/core/domain/records'
import type { DomainStatus } from '@/lib/core/domain/status'
import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'
import { wishOf } from './mail-from'

/** What the last look found, as the column `records` holds it. `owner: taken`: proved, but it belongs to another tenant. */
const StoredState = z.object({
  purpose: z.string(),
  state: z.enum([...recordStates, 'taken']),
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
  /** What the tenant has to know beside the records. */
  notice: string | null
  createdAt: string
  checkedAt: string | null
  verifiedAt: string | null
}

const taken =
  'Your proof is right, but the domain belongs to another tenant of this installation, and a domain has one owner at most. It stays pending. If it should be yours, ask the operator.'

export const storedStates = (row: Domain): StoredState[] => z.array(StoredState).parse(row.records)
export const factsOf = (row: Domain): Facts => Facts.safeParse(row.facts).data ?? {}

/** The records that a domain needs, with what was last seen of them. */
function taughtRecords(row: Domain, facts: Facts): TaughtRecord[] {
  const states = new Map(storedStates(row).map((s) => [s.purpose, s]))
  return neededRecords({ name: row.name, token: row.token, dkimTokens: row.dkimTokens, region: config().aws.region, mailFrom: row.mailFrom }).map((record) => {
    const seen = states.get(record.purpose)
    const state = seen && seen.state !== 'taken' ? seen.state : 'missing'
    const checked = { ...record, state, ...(seen?.found ? { found: seen.found } : {}), ...(seen?.ttl === undefined ? {} : { ttl: seen.ttl }) }
    return { ...checked, ...explain(checked, facts, seen !== undefined) }
  })
}

export const isTaken = (row: Domain): boolean => storedStates(row).some((s) => s.purpose === 'owner')

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
    notice: row.status === 'pending' && isTaken(row) ? taken : null,
    createdAt: row.createdAt.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  }
}
