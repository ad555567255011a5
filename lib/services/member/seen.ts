import type { TenantContext } from '@/lib/core/access/actor'
import { inTenantSql } from '@/lib/db/tenant'

const every = 5 * 60_000
// When this process last wrote it: a page costs no write, a busy member one in five minutes.
const noted = new Map<string, number>()

/** Notes that the member opened a page of the tenant. */
export async function noteSeen({ tenantId, actor }: TenantContext): Promise<void> {
  if (actor.kind !== 'user') return
  const key = `${tenantId} ${actor.id}`
  const now = Date.now()
  if (now - (noted.get(key) ?? 0) < every) return
  if (noted.size > 10_000) noted.clear()
  noted.set(key, now)
  const update = `UPDATE membership SET "seenAt" = now() WHERE "tenantId" = $1 AND "userId" = $2 AND ("seenAt" IS NULL OR "seenAt" < now() - interval '5 minutes')`
  await inTenantSql(tenantId, (client) => client.query(update, [tenantId, actor.id]))
}
