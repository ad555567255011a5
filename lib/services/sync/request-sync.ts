import type { PlanReasonKey } from '@/lib/core/receipt/said'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

/** Seconds in which changes share one plan. */
const debounce = 5

/** What SES shall have has changed: a plan is made in 5 s, one for all changes until then. Inside the change's own transaction. */
export const requestSync = (tx: Transaction, reason: PlanReasonKey): Promise<void> =>
  sendJob(tx, 'sync-plan', { reason }, { singletonKey: 'sync-plan', after: debounce })
