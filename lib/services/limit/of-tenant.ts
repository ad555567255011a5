import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { TenantId } from '@/lib/core/inputs/operator'
import type { Limits } from '@/lib/core/limit/limits'
import { inTenant, queryOf } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { readLimits } from './limits'
import { usageOf, type Usage } from './read'

export interface TenantUsage extends Usage {
  /** What an operator set for this tenant. */
  own: Partial<Limits>
  /** What holds for it where nothing is set. */
  given: Limits
}

/** A tenant's limits and how far it is, for operators: numbers alone. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function readTenantUsage({ ctx, input }: { ctx: OperatorContext; input: { id: string } }): Promise<TenantUsage> {
  authorizeOperator(ctx, 'tenant.list')
  const { id } = parseInput(TenantId, input)
  return inTenant(id, async (tx) => {
    if (!(await tx.tenant.findUnique({ where: { id }, select: { id: true } }))) throw new Refusal('not_found', 'There is no such tenant.')
    const { own, given } = await readLimits(queryOf(tx), id)
    return { ...(await usageOf(tx, id)), own, given }
  })
}
