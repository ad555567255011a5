import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { SetLimits } from '@/lib/core/inputs/limit'
import type { LimitName } from '@/lib/core/limit/limits'
import type { Prisma } from '@/lib/db/generated/client'
import { inTenant, queryOf } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { forgetLimits, readLimits } from './limits'
import { usageOf, type Usage } from './read'

/**
 * Sets a tenant's own limits, which go before the usual and the newcomer's. Mail that waited for room is processed at once where there is
 * some now. In the audit of both sides. Throws Refusal `forbidden`, `invalid`, `not_found`.
 */
export async function setLimits({ ctx, input }: { ctx: OperatorContext; input: SetLimits }): Promise<Usage> {
  authorizeOperator(ctx, 'tenant.write')
  const { tenantId, limits, usual, newcomer } = parseInput(SetLimits, input)
  const usage = await inTenant(tenantId, async (tx) => {
    if (!(await tx.tenant.findUnique({ where: { id: tenantId }, select: { id: true } }))) throw new Refusal('not_found', 'There is no such tenant.')
    const stand = async () => {
      const { own, newUntil } = await readLimits(queryOf(tx), tenantId)
      return { own, newUntil: newUntil?.toISOString() ?? null } as unknown as Prisma.InputJsonObject
    }
    const before = await stand()
    await tx.tenantLimit.deleteMany({ where: { tenantId, name: { in: [...usual, ...Object.keys(limits)] } } })
    const rows = (Object.entries(limits) as [LimitName, number | null][]).map(([name, value]) => ({ tenantId, name, value: value === null ? null : BigInt(value) }))
    await tx.tenantLimit.createMany({ data: rows })
    if (newcomer === false) await tx.tenant.updateMany({ where: { id: tenantId }, data: { newUntil: null } })
    const entry = { verb: 'tenant.setLimits' as const, target: { kind: 'tenant', id: tenantId }, before, after: await stand() }
    await recordOperatorAudit(tx, ctx, entry)
    // The tenant sees that an operator did it, not who and from where.
    const asJob: TenantContext = { actor: { kind: 'job', id: 'operator' }, tenantId, role: 'owner' }
    await recordAudit(tx, asJob, entry)
    await sendJob(tx, 'limit', { tenantId }, { singletonKey: tenantId })
    return usageOf(tx, tenantId)
  })
  forgetLimits(tenantId)
  return usage
}
