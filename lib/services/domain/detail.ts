import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { dnsHost, nameAtHost, type DnsHost } from '@/lib/core/domain/dns-host'
import type { ExplainedRecord } from '@/lib/core/domain/explain'
import type { Sentence } from '@/lib/core/domain/sentence'
import { conflicts, firstToDo, standing, type ConflictKey, type Receiving, type Sending } from '@/lib/core/domain/standing'
import type { Hold } from '@/lib/core/domain/notice'
import type { Page } from '@/lib/core/inputs/page'
import type { Domain } from '@/lib/db/generated/client'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { appliedEntries } from '@/lib/services/sync/applied-entries'
import { domainAnswer, factsOf, holdOf, type DomainAnswer } from './answer'
import { findDomain } from './get'
import { pageOfDomains } from './page-of'

/** A domain as its page shows it. */
export interface DomainDetail extends Omit<DomainAnswer, 'records' | 'notice'> {
  records: ExplainedRecord[]
  receiving: Receiving
  sending: Sending
  conflicts: Sentence<ConflictKey>[]
  /** A proved claim that another tenant holds up. */
  hold: Hold | null
  /** Names below that wait for this tenant's consent. */
  asked: number
  /** What to do first; undefined where nothing is left. */
  next: ExplainedRecord | undefined
  /** Who keeps the zone, where that is known by its name servers. */
  host: DnsHost | undefined
  ns: string[] | undefined
  spfLookups: number | undefined
  /** SES is still to be told to give up the MAIL FROM domain. */
  mailFromEnding: boolean
  /** Whether a look may bring news: something needed is not there yet. */
  waits: boolean
}

const quiet: readonly string[] = ['ok', 'advised']

function detail(row: Domain, applied: ReadonlySet<string>, asked: number): DomainDetail {
  const { notice: _, records: taught, ...answer } = domainAnswer(row)
  const facts = factsOf(row)
  const host = dnsHost(facts.ns ?? [])
  const zone = facts.zone ?? row.name
  const records = taught.map((r) => ({ ...r, nameAtHost: nameAtHost(r.name, zone, host) }))
  const stands = standing(answer.status, records, { applied: applied.has(row.name), lapsed: row.lapsedAt !== null, mailFrom: answer.mailFrom })
  return {
    ...answer,
    ...stands,
    hold: holdOf(row),
    asked,
    records,
    conflicts: conflicts({ ...answer, hold: holdOf(row) }, records, facts),
    next: firstToDo(records),
    host,
    ns: facts.ns,
    spfLookups: facts.spf?.lookups,
    mailFromEnding: row.mailFrom === null && row.mailFromAskedAt !== null,
    waits: answer.status !== 'verified' || row.mailFromAskedAt !== null || stands.receiving === 'unapplied' || records.some((r) => !quiet.includes(r.mark)),
  }
}

async function openRequests(tx: Transaction, tenantId: string, ids: string[]): Promise<Map<string, number>> {
  const rows = await tx.domainConsent.groupBy({ by: ['domainId'], where: { tenantId, domainId: { in: ids }, answer: null }, _count: true })
  return new Map(rows.map((r) => [r.domainId, r._count]))
}

/** Throws Refusal `forbidden`, `not_found`. */
export async function domainDetail({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainDetail> {
  authorize(ctx, 'domain.read')
  return inTenant(ctx.tenantId, async (tx) => {
    const row = await findDomain(tx, ctx.tenantId, input)
    return detail(row, await appliedEntries(tx, [row.name]), (await openRequests(tx, ctx.tenantId, [row.id])).get(row.id) ?? 0)
  })
}

/** Newest first, a page at a time. Throws Refusal `forbidden`, `invalid`. */
export async function domainDetails(call: { ctx: TenantContext; input: unknown }): Promise<Page<DomainDetail>> {
  const { data, nextCursor } = await pageOfDomains(call)
  const { tenantId } = call.ctx
  return inTenant(tenantId, async (tx) => {
    const applied = await appliedEntries(tx, data.map((row) => row.name))
    const asked = await openRequests(tx, tenantId, data.map((row) => row.id))
    return { data: data.map((row) => detail(row, applied, asked.get(row.id) ?? 0)), nextCursor }
  })
}

/** The name at which a tenant receives without any DNS of its own. */
export const givenDomain = (slug: string): string => `${slug}.${config().domain}`

/** Whether it does: all such names have one entry in the receipt rules. Throws Refusal `forbidden`. */
export async function givenReceiving({ ctx }: { ctx: TenantContext }): Promise<Receiving> {
  authorize(ctx, 'domain.read')
  const entry = `.${config().domain}`
  return (await inPlatform((tx) => appliedEntries(tx, [entry]))).has(entry) ? 'receives' : 'unapplied'
}
