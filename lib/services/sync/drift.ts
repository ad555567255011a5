import { Pace } from '@/lib/aws/ses/pace'
import { receipts } from '@/lib/aws/ses/receipts'
import { config } from '@/lib/config'
import type { OperatorContext } from '@/lib/core/access/actor'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { readDesired } from './desired'
import { withSyncLock } from './lock'
import { draw } from './make-plan'

export interface Drift {
  drifted: boolean
  changes: { rule: string | null; sentence: string }[]
}

/**
 * Reads SES now and says what would have to change for it to be as it should; stores nothing but what was seen. Waits for a running apply, half a minute at most.
 * Throws Refusal `forbidden`, SyncBusy, Fault.
 */
export async function readDrift({ ctx, waitMs = 30_000 }: { ctx: OperatorContext; waitMs?: number }): Promise<Drift> {
  authorizeOperator(ctx, 'plan.read')
  const look = (lock: { alive: () => void }) => readDesired().then((desired) => draw(desired, receipts(new Pace(desired.callsPerSecond, lock.alive)), { byOperator: false }))
  const { planned } = await withSyncLock(config().aws.region, look, waitMs)
  return { drifted: planned.steps.length > 0, changes: planned.steps.map(({ rule, sentence }) => ({ rule: rule ?? null, sentence })) }
}
