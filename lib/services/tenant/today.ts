import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'

/** What Today shows, read from the database as it is now. */
export interface Today {
  domains: { total: number; verified: number; failing: number }
  publishedVersion: number | null
  unpublished: boolean
  quarantined: number
  /** Any mail in the log at all. */
  hasMail: boolean
  members: number
}

/** Throws Refusal `forbidden`. */
export async function readToday({ ctx }: { ctx: TenantContext }): Promise<Today> {
  authorize(ctx, 'message.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const states = await tx.domain.groupBy({ by: ['status'], where: { tenantId }, _count: true })
    const count = (status?: string) => states.filter((s) => status === undefined || s.status === status).reduce((n, s) => n + s._count, 0)
    const version = await tx.ruleVersion.findFirst({ where: { tenantId }, orderBy: { version: 'desc' } })
    const draft = await tx.ruleDraft.findUnique({ where: { tenantId } })
    return {
      domains: { total: count(), verified: count('verified'), failing: count('failing') },
      publishedVersion: version?.version ?? null,
      unpublished: draft !== null && JSON.stringify(draft.rules) !== JSON.stringify(version?.rules ?? []),
      quarantined: await tx.delivery.count({ where: { tenantId, disposition: 'quarantined' } }),
      hasMail: (await tx.delivery.findFirst({ where: { tenantId, direction: 'in' }, select: { id: true } })) !== null,
      members: await tx.membership.count({ where: { tenantId } }),
    }
  })
}
