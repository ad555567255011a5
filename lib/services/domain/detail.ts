import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { dnsHost, nameAtHost, type DnsHost } from '@/lib/core/domain/dns-host'
import { explain, type ExplainedRecord } from '@/lib/core/domain/explain'
import { Facts } from '@/lib/core/domain/facts'
import type { Sentence } from '@/lib/core/domain/sentence'
import { conflicts, firstToDo, standing, type ConflictKey, type Receiving, type Sending } from '@/lib/core/domain/standing'
import type { Page } from '@/lib/core/inputs/page'
import type { Domain } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { domainAnswer, isTaken, type DomainAnswer } from './answer'
import { findDomain } from './get'
import { pageOfDomains } from './page-of'

/** A domain as its page shows it. */
export interface DomainDetail extends Omit<DomainAnswer, 'records' | 'notice'> {
  records: ExplainedRecord[]
  receiving: Receiving
  sending: Sending
  conflicts: Sentence<ConflictKey>[]
  /** What to do first; undefined where nothing is left. */
  next: ExplainedRecord | undefined
  /** Who keeps the zone, where that is known by its name servers. */
  host: DnsHost | undefined
  ns: string[] | undefined
  spfLookups: number | undefined
  mailFrom: string | null
  mailFromAtSes: Facts['mailFrom']
  /** Whether a look may bring news: something needed is not there yet. */
  waits: boolean
}

function detail(row: Domain): DomainDetail {
  const { notice: _, records: checked, ...answer } = domainAnswer(row)
  const facts = Facts.safeParse(row.facts).data ?? {}
  const host = dnsHost(facts.ns ?? [])
  const zone = facts.zone ?? row.name
  const records = checked.map((r) => ({ ...r, ...explain(r, facts, row.checkedAt !== null), nameAtHost: nameAtHost(r.name, zone, host) }))
  return {
    ...answer,
    ...standing(answer.status, records),
    records,
    conflicts: conflicts({ name: row.name, status: answer.status, taken: row.status === 'pending' && isTaken(row), mailFrom: row.mailFrom }, records, facts),
    next: firstToDo(records),
    host,
    ns: facts.ns,
    spfLookups: facts.spf?.lookups,
    mailFrom: row.mailFrom,
    mailFromAtSes: facts.mailFrom,
    waits: answer.status !== 'verified' || records.some((r) => r.mark !== 'ok' && r.mark !== 'advised'),
  }
}

/** Throws Refusal `forbidden`, `not_found`. */
export async function domainDetail({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainDetail> {
  authorize(ctx, 'domain.read')
  return detail(await inTenant(ctx.tenantId, (tx) => findDomain(tx, ctx.tenantId, input)))
}

/** Newest first, a page at a time. Throws Refusal `forbidden`, `invalid`. */
export async function domainDetails(call: { ctx: TenantContext; input: unknown }): Promise<Page<DomainDetail>> {
  const { data, nextCursor } = await pageOfDomains(call)
  return { data: data.map(detail), nextCursor }
}

/** The name at which a tenant receives without any DNS of its own. */
export const givenDomain = (slug: string): string => `${slug}.${config().domain}`
