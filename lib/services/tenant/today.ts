import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { usageOf } from '@/lib/services/limit/read'
import { authorize } from '@/lib/services/access/authorize'

/** So far a count is worth its time: beyond, "more than" says enough. */
export const mostCounted = 1000

/** What Today shows, read from the database as it is now. */
export interface Today {
  domains: { total: number; verified: number; failing: number }
  publishedVersion: number | null
  unpublished: boolean
  /** No further than `mostCounted`. */
  quarantined: number
  /** Any mail in the log at all. */
  hasMail: boolean
  members: number
  /** Limits that are near, and reached. */
  limits: { near: number; reached: number }
  /** Names below the tenant's domains that wait for its consent. */
  consentAsked: number
}

/** Throws Refusal `forbidden`. */
export async function readToday({ ctx }: { ctx: TenantContext }): Promise<Today> {
  authorize(ctx, 'message.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const states = await tx.domain.groupBy({ by: ['status'], where: { tenantId }, _count: true })
    const count = (status?: string) => states.filter((s) => status === undefined || s.status === status).reduce((n, s) => n + s._count, 0)
    const version = await tx.ruleVersion.findFirst({ where: { tenantId }, orderBy: { version: 'desc' }, select: { version: true } })
    const [draft] = await tx.$queryRaw<{ differs: boolean }[]>`SELECT d.rules IS DISTINCT FROM coalesce(
        (SELECT v.rules FROM rule_version v WHERE v."tenantId" = d."tenantId" ORDER BY v.version DESC LIMIT 1), '[]') AS differs
      FROM rule_draft d WHERE d."tenantId" = ${tenantId}::uuid`
    const [held] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (
        SELECT 1 FROM delivery WHERE "tenantId" = ${tenantId}::uuid AND disposition = 'quarantined' LIMIT ${mostCounted + 1}) q`
    const usage = await usageOf(tx, tenantId)
    const limits = (state: string) => usage.limits.filter((l) => l.state === state).length
    return {
      domains: { total: count(), verified: count('verified'), failing: count('failing') },
      publishedVersion: version?.version ?? null,
      unpublished: draft?.differs ?? false,
      quarantined: held?.n ?? 0,
      hasMail: (await tx.delivery.findFirst({ where: { tenantId, direction: 'in' }, select: { id: true } })) !== null,
      members: usage.limits.find((l) => l.name === 'members')?.used ?? 0,
      limits: { near: limits('near'), reached: limits('reached') },
      consentAsked: await tx.domainConsent.count({ where: { tenantId, answer: null } }),
    }
  })
}
