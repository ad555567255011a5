/** Keys of `operator.jobs.work`: what the jobs of a queue do. */
const queues = ['notification', 'replay', 'send', 'release', 'domain-check', 'sync-plan', 'sync-apply', 'sweep', 'maintenance'] as const
type Queue = (typeof queues)[number]

export const queueWork = (queue: string): Queue | undefined => queues.find((q) => q === queue)
