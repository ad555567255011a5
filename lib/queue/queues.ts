import type { Queue } from 'pg-boss'

/** Jobs that failed for good wait here until an operator retries or discards them. */
export const deadLetterQueue = 'dead-letter'

// A worker that was killed sends no heartbeat: its jobs are another's after 20 s, not when they expire.
const retried = { heartbeatSeconds: 20, retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, deadLetter: deadLetterQueue } as const
const kept = { deleteAfterSeconds: 7 * 86_400, retentionSeconds: 14 * 86_400 } as const

/** Every queue, with what pg-boss keeps to. Jobs carry ids, never content: their rows know no tenant. */
export const queues = {
  [deadLetterQueue]: { retryLimit: 0, retentionSeconds: 365 * 86_400, deleteAfterSeconds: 0 },
  /** {id}: an SNS envelope to act on. */
  notification: { ...retried, ...kept, expireInSeconds: 300, notify: true },
  /** {tenantId, deliveryId, run, actorKind, actorId}: run the published rules on a stored mail again. */
  replay: { ...retried, ...kept, expireInSeconds: 120, notify: true },
  /** {id}: send a mail of the product; {}: settle the sends that are in doubt. */
  send: { ...retried, ...kept, expireInSeconds: 120, notify: true },
  /** {tenantId}: erase it, its grace being over; {}: all those. */
  'tenant-erase': { ...retried, ...kept, expireInSeconds: 6 * 3600, notify: true },
  /** {tenantId}: process what was held while the tenant was stopped. */
  resume: { ...retried, ...kept, expireInSeconds: 6 * 3600, notify: true },
  /** {tenantId, id}: make a tenant's export; {}: delete those whose time is over. */
  export: { ...retried, ...kept, expireInSeconds: 12 * 3600, notify: true },
  /** {tenantId, deliveryId}: keep a quarantined delivery, unless that was taken back. */
  release: { ...retried, ...kept, expireInSeconds: 60, notify: true },
  /** {tenantId, endpointId}: tell a tenant's endpoint what is due; {}: find endpoints with something due. */
  webhook: { ...retried, ...kept, expireInSeconds: 120, notify: true },
  /** {tenantId, id}: look at a domain's DNS records now; {}: at those that are due. */
  'domain-check': { ...retried, ...kept, retryLimit: 2, notify: true },
  /** {name, asked?}: delete an identity that nobody claims any more; {}: count what SES has. */
  identity: { ...retried, ...kept, expireInSeconds: 300 },
  /** {tenantId}: tell of its limits, and process what waited for room; {}: of all tenants of which mail waits. */
  limit: { ...retried, ...kept, expireInSeconds: 3600, notify: true },
  /** {reason}: make a sync plan; sent with 5 s of debounce, so that changes close together share one plan. */
  'sync-plan': { ...retried, ...kept, notify: true },
  /** {planId}: apply it. */
  'sync-apply': { ...retried, ...kept, expireInSeconds: 3600, notify: true },
  /** Looks for raw objects without a delivery. */
  sweep: { ...kept, retryLimit: 1 },
  /** {}: seals anew what stands under an old key. */
  reseal: { ...kept, retryLimit: 3, retryDelay: 60, expireInSeconds: 3600, notify: true },
  /** Partitions, old notifications. */
  maintenance: { ...kept, retryLimit: 3, retryDelay: 60 },
} as const satisfies Record<string, Omit<Queue, 'name'>>

export type QueueName = keyof typeof queues
