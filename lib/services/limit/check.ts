import { Refusal } from '@/lib/core/access/refusal'
import { crossed, stateOf } from '@/lib/core/limit/limits'
import { queryOf, type Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { readLimits } from './limits'
import { usedOf } from './read'

const nouns = { domains: 'domains', members: 'members' } as const
export type CountedLimit = keyof typeof nouns

/**
 * Before one more is made, in the transaction that makes it: held until its end, so that two at once do not both take the last place. Says
 * which limit, how far, and what to do. `promised`: those that are sure to come, as invitations are. Throws Refusal `conflict` whose problem carries the code `limit`.
 */
export async function refuseOverLimit(tx: Transaction, tenantId: string, name: CountedLimit, path: string[] = [], promised = 0): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`limit:${name}:${tenantId}`}, 0))::text`
  const { limits, newUntil } = await readLimits(queryOf(tx), tenantId)
  const used = (await usedOf(tx, tenantId))[name] + promised
  const limit = limits[name]
  if (stateOf(used, limit) === 'reached') {
    const isNew = newUntil !== null && newUntil > new Date()
    const until = isNew ? ` Limits are lower for a new tenant, until ${newUntil.toISOString().slice(0, 10)}.` : ''
    throw new Refusal('conflict', `You have ${used} of ${limit} ${nouns[name]}: no more can be added.${until} Remove some, or ask the operator to raise the limit.`, [{ path, message: `the limit is ${limit}`, code: 'limit' }])
  }
  if (crossed(used, used + 1, limit)) await sendJob(tx, 'limit', { tenantId }, { singletonKey: tenantId })
}
