import type { TenantContext } from '@/lib/core/access/actor'
import { nextStatus, type DomainStatus } from '@/lib/core/domain/status'
import { Prisma, type Domain } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { recordAudit } from '@/lib/services/audit/record'
import { requestSync } from '@/lib/services/sync/request-sync'
import { emitDomainStatus } from '@/lib/services/webhook/domain-event'
import { domainAnswer, storedStates, type DomainAnswer, type StoredState } from './answer'
import { findDomain } from './get'
import { look, type Look } from './look'

/**
 * Looks at the domain's records now and settles its status; takes up to about 8 s, for SES has its own pace.
 * Throws Refusal `forbidden`, `not_found`. What cannot be looked up is `unknown` and changes no status.
 */
export async function check({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.write')
  return checkRow(ctx, await inTenant(ctx.tenantId, (tx) => findDomain(tx, ctx.tenantId, input)), true)
}

/** The job's look, for `{tenantId, id}` of a domain that may be gone by now. */
export async function checkDomain({ tenantId, id }: { tenantId: string; id: string }): Promise<void> {
  const row = await inTenant(tenantId, (tx) => tx.domain.findFirst({ where: { tenantId, id } }))
  if (row) await checkRow({ actor: { kind: 'job', id: 'domain-check' }, tenantId, role: 'owner' }, row, false)
}

/** A cache counts its TTL down: of the same values the longest that was seen is the nearest to what was set. */
function knownTtl(row: Domain, now: { purpose: string; found?: string[] | undefined; ttl: number }): number {
  const before = storedStates(row).find((s) => s.purpose === now.purpose)
  return before?.ttl !== undefined && before.found?.join('\n') === now.found?.join('\n') ? Math.max(before.ttl, now.ttl) : now.ttl
}

async function checkRow(ctx: TenantContext, row: Domain, patient: boolean): Promise<DomainAnswer> {
  const seen = await look(row, { patient })
  const states: StoredState[] = seen.records.map(({ purpose, state, found, ttl }) => ({ purpose, state, ...(found ? { found } : {}), ...(ttl === undefined ? {} : { ttl: knownTtl(row, { purpose, found, ttl }) }) }))
  const status = nextStatus(row.status as DomainStatus, seen.records, seen.identity)
  try {
    return await settle(ctx, row, seen, states, status)
  } catch (error) {
    // The index `domain_one_owner`: another tenant has it. That a proof was given is the claimant's to know; by whom it is held is not.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    return settle(ctx, row, seen, [...states, { purpose: 'owner', state: 'taken' }], 'pending')
  }
}

function settle(ctx: TenantContext, row: Domain, { dkimTokens, facts }: Look, states: StoredState[], status: DomainStatus): Promise<DomainAnswer> {
  const { tenantId } = ctx
  const { id } = row
  return inTenant(tenantId, async (tx) => {
    const now = new Date()
    const change = status === row.status ? {} : { status, ...(status === 'verified' ? { verifiedAt: now, failingAt: null } : { failingAt: now }) }
    // Two checks at once: a change is made from the status it was judged by, and once. With another MAIL FROM domain, other records are needed.
    const changed = await tx.domain.updateMany({
      where: { tenantId, id, status: row.status, mailFrom: row.mailFrom },
      data: { ...change, records: JSON.parse(JSON.stringify(states)) as Prisma.InputJsonValue, facts: facts as Prisma.InputJsonValue, dkimTokens, checkedAt: now },
    })
    if (changed.count === 1 && status !== row.status) {
      await recordAudit(tx, ctx, { verb: `domain.${status}`, target: { kind: 'domain', id }, before: { status: row.status }, after: { status } })
      if (row.status === 'pending') await requestSync(tx, 'domainVerified')
      await emitDomainStatus(tx, tenantId, row, row.status, status)
    }
    if (changed.count === 1) await notifyLive(tx, `t:${tenantId}:domain`)
    return domainAnswer(await findDomain(tx, tenantId, { id }))
  })
}
