import type { TenantContext } from '@/lib/core/access/actor'
import { graceEnd, noticeRestMs, type DomainStatus } from '@/lib/core/domain/status'
import { Fault } from '@/lib/core/fault'
import type { Domain, Prisma } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { requestSync } from '@/lib/services/sync/request-sync'
import { emitDomainStatus } from '@/lib/services/webhook/domain-event'
import { domainAnswer, type DomainAnswer, type StoredState } from './answer'
import { consentFor } from './consent/request'
import { findDomain } from './get'
import type { Look } from './look'
import { moveFrom, type Move } from './move'
import { ownersOf } from './owners'
import { tell } from './tell'

export interface Settled {
  answer: DomainAnswer
  /** The proof has to stand for so long before the domain moves. */
  againInMs?: number
}

interface Admission {
  status: DomainStatus
  /** What another tenant has to do with it, as a row of `records`. */
  owner?: StoredState
  data: Prisma.DomainUpdateManyMutationInput
  moved: boolean
  againInMs?: number
}

/** Writes what a look found: status, notices, audit, and a plan where SES has to change, all in one transaction. */
export function settle(ctx: TenantContext, row: Domain, seen: Look, states: StoredState[], wanted: DomainStatus): Promise<Settled> {
  const { tenantId } = ctx
  const { id } = row
  return inTenant(tenantId, async (tx) => {
    const now = new Date()
    const admission = row.status === 'pending' && wanted === 'verified' ? await admit(tx, row, seen, now) : { status: wanted, data: {}, moved: false }
    const { status, owner, moved, againInMs } = admission
    const owned = states.some((s) => s.purpose === 'ownership' && s.state === 'found')
    const records = JSON.parse(JSON.stringify(owner ? [...states, owner] : states)) as Prisma.InputJsonValue
    const time = inTime(row, status, now)
    // Two checks at once: a change is made from what it was judged by, and once. With another MAIL FROM domain, other records are needed.
    const changed = await tx.domain.updateMany({
      where: { tenantId, id, status: row.status, lapsedAt: row.lapsedAt, token: row.token, mailFrom: row.mailFrom },
      data: { records, facts: seen.facts as Prisma.InputJsonValue, dkimTokens: seen.dkimTokens, checkedAt: now, ...(owned ? { provenAt: now } : {}), ...time.data, ...admission.data },
    })
    if (changed.count === 1) {
      if (status !== row.status) await recordAudit(tx, ctx, { verb: `domain.${status}`, target: { kind: 'domain', id }, before: { status: row.status }, after: { status, ...(moved ? { moved } : {}) } })
      if (status !== row.status) await emitDomainStatus(tx, tenantId, row, row.status, status)
      if (time.lapses) await recordAudit(tx, { ...ctx, actor: { kind: 'job', id: 'domain-check' } }, { verb: 'domain.lapse', target: { kind: 'domain', id }, before: { status, receiving: true }, after: { status, receiving: false } })
      if (time.news) await tell(tx, row, time.news)
      if (status === 'verified' && row.status === 'pending') await requestSync(tx, moved ? 'domainMoved' : 'domainVerified')
      if (status === 'verified' && row.lapsedAt !== null) await requestSync(tx, 'domainRecovered')
      if (time.lapses) await requestSync(tx, 'domainLapsed')
      await notifyLive(tx, `t:${tenantId}:domain`)
    } else if (moved) {
      // Nobody would own it.
      throw new Fault('transient', `${row.name} changed while it was being moved to its new owner: check it again.`)
    }
    return { answer: domainAnswer(await findDomain(tx, tenantId, { id })), ...(againInMs === undefined ? {} : { againInMs }) }
  })
}

/** A claim has its proof: whether another tenant has to agree, or owns it and stays or goes. */
async function admit(tx: Transaction, row: Domain, { proofs, proofTtl: ttl }: Look, now: Date): Promise<Admission> {
  const consent = await consentFor(tx, row)
  if (consent !== undefined && consent !== 'granted') return { status: 'pending', data: { consent }, moved: false }
  const verified = { status: 'verified' as const, data: { consent: consent ?? null } }
  const owner = (await ownersOf(tx, [row.name])).find((o) => o.tenantId !== row.tenantId)
  const move: Move = owner ? await moveFrom(tx, owner, { claim: row, found: proofs ?? [], ttl, now }) : { kind: 'free' }
  switch (move.kind) {
    case 'free':
      return { ...verified, moved: false }
    case 'stays':
      return { status: 'pending', owner: { purpose: 'owner', state: 'taken' }, data: { ...verified.data, aloneSince: null }, moved: false }
    case 'waits':
      return { status: 'pending', owner: { purpose: 'owner', state: 'contested' }, data: { ...verified.data, aloneSince: row.aloneSince ?? now }, moved: false, againInMs: move.ms }
    case 'moves': {
      // What was set at SES for the old owner is taken off by the next check: it is not what this one asked for.
      const mailFromOurs = 'mailFromOurs' in move ? move.mailFromOurs : []
      return { status: 'verified', data: { ...verified.data, ...(mailFromOurs.length > 0 ? { mailFromOurs, mailFromAskedAt: now } : {}) }, moved: true }
    }
  }
}

/** What time does to the row: grace begins, ends, or is over with the trouble. */
function inTime(row: Domain, status: DomainStatus, now: Date): { data: Prisma.DomainUpdateManyMutationInput; lapses: boolean; news?: Parameters<typeof tell>[2] } {
  if (status === 'verified') {
    const told = row.toldAt !== null && row.failingAt !== null && row.toldAt >= row.failingAt
    const data = { aloneSince: null, expiresAt: null, lostAt: null, lapsedAt: null, failingAt: null, ...(row.foundAtSes && row.adoptedAt === null ? { adoptedAt: now } : {}) }
    if (row.status === 'verified') return { data, lapses: false }
    return { data: { ...data, status, verifiedAt: now }, lapses: false, ...(row.status === 'failing' && told ? { news: { kind: 'domainRecovered' as const } } : {}) }
  }
  if (status === 'failing' && row.status !== 'failing') {
    const rested = row.toldAt === null || now.getTime() - row.toldAt.getTime() >= noticeRestMs
    const data = { status, failingAt: now, lapsedAt: null, ...(rested ? { toldAt: now } : {}) }
    return { data, lapses: false, ...(rested ? { news: { kind: 'domainFailing' as const, failingAt: now, withdrawn: row.consent === 'withdrawn' } } : {}) }
  }
  const lapses = status === 'failing' && row.lapsedAt === null && row.failingAt !== null && graceEnd(row.failingAt) <= now
  return lapses ? { data: { lapsedAt: now, toldAt: now }, lapses, news: { kind: 'domainLapsed' } } : { data: {}, lapses }
}
