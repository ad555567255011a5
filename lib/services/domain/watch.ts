import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorize } from '@/lib/services/access/authorize'
import { findDomain } from './get'

/** Between two looks at one domain for a reader's sake, and looks of one tenant in that time. */
const restMs = 4000
const mostAtOnce = 4

/**
 * Somebody has the domain's page open: a look by the worker, unless one was just made or the tenant has enough of them. Tells when the
 * last look was, so that the page knows that there is news. Throws Refusal `forbidden`, `not_found`.
 */
export async function watchDomain({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<{ checkedAt: string | null }> {
  authorize(ctx, 'domain.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const { id, checkedAt } = await findDomain(tx, tenantId, input)
    const since = new Date(Date.now() - restMs)
    const lately = await tx.domain.count({ where: { tenantId, checkedAt: { gt: since } } })
    if ((checkedAt === null || checkedAt < since) && lately < mostAtOnce) await sendJob(tx, 'domain-check', { tenantId, id }, { singletonKey: id })
    return { checkedAt: checkedAt?.toISOString() ?? null }
  })
}
