import { setTimeout as sleep } from 'node:timers/promises'
import type { TenantContext } from '@/lib/core/access/actor'
import { nextStatus, type DomainStatus } from '@/lib/core/domain/status'
import { Prisma, type Domain } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { storedStates, type DomainAnswer, type StoredState } from './answer'
import { findDomain } from './get'
import { look } from './look'
import { settle, type Settled } from './settle'

/** A proof that has to stand for a moment more is waited for where a person waits. */
const mostPatienceMs = 5000

/**
 * Looks at the domain's records now and settles its status; takes up to about 8 s, for SES has its own pace.
 * Throws Refusal `forbidden`, `not_found`. What cannot be looked up is `unknown` and changes no status.
 */
export async function check({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.write')
  const find = () => inTenant(ctx.tenantId, (tx) => findDomain(tx, ctx.tenantId, input))
  const first = await checkRow(ctx, await find(), true)
  if (first.againInMs === undefined || first.againInMs > mostPatienceMs) return first.answer
  await sleep(first.againInMs)
  return (await checkRow(ctx, await find(), true)).answer
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

async function checkRow(ctx: TenantContext, row: Domain, patient: boolean): Promise<Settled> {
  const seen = await look(row, { patient })
  const states: StoredState[] = seen.records.map(({ purpose, state, found, ttl }) => ({ purpose, state, ...(found ? { found } : {}), ...(ttl === undefined ? {} : { ttl: knownTtl(row, { purpose, found, ttl }) }) }))
  const status = nextStatus(row.status as DomainStatus, seen.records, seen.identity, { withdrawn: row.consent === 'withdrawn' })
  try {
    return await settle(ctx, row, seen, states, status)
  } catch (error) {
    // The index `domain_one_owner`: of two who proved it in this moment another was first, and owns it. Now that is seen, and judged as any owner.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    return settle(ctx, row, seen, states, status)
  }
}
