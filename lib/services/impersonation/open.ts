import type { Impersonation, OperatorContext } from '@/lib/core/access/actor'
import { operatorMay } from '@/lib/core/access/matrix'
import { suspensionOf, type StandingRow, type Suspension } from '@/lib/core/tenant/standing'
import { database } from '@/lib/db/client'

export interface OpenImpersonation extends Impersonation {
  tenantId: string
  slug: string
  name: string
  /** Where the tenant is stopped. */
  suspended: Suspension | undefined
}

interface Row extends Impersonation, StandingRow {
  tenantId: string
  slug: string
  name: string
  sessionId: string
}

/** Where the operator looks now, in this log-in; null where nowhere, where its hour is over, or it was begun in another log-in. */
export async function openImpersonation({ ctx, now = new Date() }: { ctx: OperatorContext; now?: Date }): Promise<OpenImpersonation | null> {
  // Asked at every page, of everybody who is an operator: it opens nothing by itself, so there is nothing to refuse.
  if (!ctx.sessionId || !operatorMay('tenant.impersonate')) return null
  const { rows } = await database().pool.query<Row>({
    name: 'open-impersonation',
    text: 'SELECT i.*, s.* FROM open_impersonation($1) i, LATERAL tenant_standing(i."tenantId") s',
    values: [ctx.actor.id],
  })
  const row = rows[0]
  if (!row || row.sessionId !== ctx.sessionId || row.expiresAt <= now) return null
  const { id, tenantId, slug, name, reason, startedAt, expiresAt } = row
  return { id, tenantId, slug, name, reason, startedAt, expiresAt, suspended: suspensionOf(row) }
}
