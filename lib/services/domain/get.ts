import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { DomainId } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { domainAnswer, type DomainAnswer } from './answer'

/** The tenant's own row. Another tenant's id, a missing one and none at all are one: `not_found`. */
export async function findDomain(tx: Transaction, tenantId: string, input: unknown): Promise<Domain> {
  const id = DomainId.safeParse(input).data?.id
  const row = id === undefined ? null : await tx.domain.findFirst({ where: { tenantId, id } })
  if (!row) throw new Refusal('not_found', 'You have no such domain: GET /domains lists yours.')
  return row
}

export async function getDomain({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.read')
  return inTenant(ctx.tenantId, async (tx) => domainAnswer(await findDomain(tx, ctx.tenantId, input)))
}
