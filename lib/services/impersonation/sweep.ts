import { inPlatform } from '@/lib/db/tenant'
import { closeImpersonation } from './close'

/** Every minute, in the worker: what is over by time, by log-in or by the operator's flag is written down as ended. It opens nothing from its end on, written down or not. */
export async function sweepImpersonations(now = new Date()): Promise<number> {
  return inPlatform(async (tx) => {
    const over = await tx.$queryRaw<{ tenantId: string; id: string; why: 'time' | 'logIn' | 'flag' }[]>`SELECT "tenantId"::text, id::text, why FROM impersonations_over(${now})`
    let ended = 0
    for (const { why, ...which } of over) if (await closeImpersonation(tx, which, why)) ended += 1
    return ended
  })
}
