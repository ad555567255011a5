import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'

export interface LastImpersonation {
  operator: string
  reason: string
  startedAt: Date
  /** When it ended, or ends by itself. */
  until: Date
  /** Going on now. */
  now: boolean
}

/** The tenant reads who of the operators looks into it now, or did last; null where nobody ever did. Throws Refusal `forbidden`. */
export async function lastImpersonation({ ctx, now = new Date() }: { ctx: TenantContext; now?: Date }): Promise<LastImpersonation | null> {
  authorize(ctx, 'audit.read')
  return inTenant(ctx.tenantId, async (tx) => {
    const row = await tx.impersonation.findFirst({ where: { tenantId: ctx.tenantId }, orderBy: { startedAt: 'desc' } })
    if (!row) return null
    const user = await tx.user.findUnique({ where: { id: row.operatorId }, select: { name: true, isOperator: true } })
    const session = await tx.loginSession.findUnique({ where: { id: row.sessionId }, select: { revokedAt: true, expiresAt: true } })
    // Ended from the moment on that it opens nothing, though the clock writes it down within a minute.
    const ends = [row.endedAt, session ? session.revokedAt : row.expiresAt, row.expiresAt, session?.expiresAt].filter((d) => d instanceof Date)
    const until = new Date(Math.min(...ends.map((d) => d.getTime())))
    return { operator: user?.name ?? '–', reason: row.reason, startedAt: row.startedAt, until, now: until > now && user?.isOperator === true }
  })
}
