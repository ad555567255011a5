import { inPlatform, inTenant } from '@/lib/db/tenant'

const batch = 1000
const mostBatches = 50

/** Deletes events that are older than `days`, with their tries, and old counts. What is still to be tried stays. Gives how many events. */
export async function pruneWebhooks(days: number): Promise<number> {
  const before = new Date(Date.now() - days * 86_400_000)
  const tenants = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string }[]>`SELECT "tenantId"::text FROM webhook_tenants_before(${before})`)
  let deleted = 0
  for (const { tenantId } of tenants)
    for (let i = 0; i < mostBatches; i++) {
      const n = await pruneBatch(tenantId, before)
      deleted += n
      if (n < batch) break
    }
  return deleted
}

function pruneBatch(tenantId: string, before: Date): Promise<number> {
  return inTenant(tenantId, async (tx) => {
    await tx.$executeRaw`DELETE FROM webhook_hour WHERE "tenantId" = ${tenantId}::uuid AND hour < ${before}`
    return tx.$executeRaw`
      WITH old AS (
        SELECT id FROM webhook_event e WHERE "tenantId" = ${tenantId}::uuid AND "createdAt" < ${before}
          AND NOT EXISTS (SELECT FROM webhook_attempt a WHERE a."tenantId" = e."tenantId" AND a."eventId" = e.id AND a.state IN ('waiting', 'claimed'))
        ORDER BY id LIMIT ${batch}),
      tries AS (DELETE FROM webhook_attempt WHERE "tenantId" = ${tenantId}::uuid AND "eventId" IN (SELECT id FROM old))
      DELETE FROM webhook_event WHERE "tenantId" = ${tenantId}::uuid AND id IN (SELECT id FROM old)`
  })
}
