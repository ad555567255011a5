import { inPlatform, inTenant } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

/** Endpoints looked at in one round, those that waited longest first. */
const most = 1000

/** Every minute: a job for each endpoint with a try that is due. Finds what a lost job, or a worker's death, left behind. Gives how many. */
export async function wakeDueWebhooks(): Promise<number> {
  const rows = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string; endpointId: string }[]>`SELECT "tenantId"::text, "endpointId"::text FROM webhooks_due(${most}::int)`)
  for (const { tenantId, endpointId } of rows) await inTenant(tenantId, (tx) => sendJob(tx, 'webhook', { tenantId, endpointId }, { singletonKey: `${endpointId}:clock` }))
  return rows.length
}
