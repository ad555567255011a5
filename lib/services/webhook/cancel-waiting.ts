import { problem } from '@/lib/core/webhook/problem'
import type { Transaction } from '@/lib/db/tenant'

/** Ends the planned tries of an endpoint that was switched off: their events count as undelivered, and can be redelivered. */
export async function cancelWaiting(tx: Transaction, tenantId: string, endpointId: string): Promise<number> {
  const said = JSON.stringify(problem('disabled'))
  return tx.$executeRaw`
    UPDATE webhook_attempt SET state = 'cancelled', "settledAt" = now(), undelivered = true, problem = ${said}::jsonb
    WHERE "tenantId" = ${tenantId}::uuid AND "endpointId" = ${endpointId}::uuid AND state = 'waiting'`
}
