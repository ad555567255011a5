import type { PgBoss, WorkOptions } from 'pg-boss'
import { z } from 'zod'
import { reasonOf } from '@/lib/core/receipt/said'
import { ExportJob, expireExports, runExport } from '@/lib/pipeline/export/run-export'
import { maintain } from '@/lib/pipeline/maintain'
import { actOnNotification } from '@/lib/pipeline/notification'
import { ResumeJob, runResume } from '@/lib/pipeline/resume'
import { runLimit, wakeWaiting } from '@/lib/pipeline/run-limit'
import { ReleaseJob, runRelease } from '@/lib/pipeline/run-release'
import { ReplayJob, runReplay } from '@/lib/pipeline/run-replay'
import { settleDoubts } from '@/lib/pipeline/send/doubt'
import { sendProductMail } from '@/lib/pipeline/send/product-mail'
import { sweep } from '@/lib/pipeline/sweep'
import { deliverWebhooks, WebhookJob } from '@/lib/pipeline/webhook/deliver'
import { wakeDueWebhooks } from '@/lib/pipeline/webhook/due'
import type { QueueName } from '@/lib/queue/queues'
import { warnEndingKeys } from '@/lib/services/api-key/warn-ending'
import { checkDomain } from '@/lib/services/domain/check'
import { checkDueDomains } from '@/lib/services/domain/check-due'
import { expireClaims } from '@/lib/services/domain/expire'
import { sweepImpersonations } from '@/lib/services/impersonation/sweep'
import { watchIdentities } from '@/lib/services/domain/identities'
import { deleteUnwanted } from '@/lib/services/domain/identity'
import { warnOfLimits } from '@/lib/services/limit/warn'
import { reseal } from '@/lib/services/sealing/reseal'
import { EraseJob, eraseDue, eraseTenant } from '@/lib/services/tenant/erase'
import { applyPlan } from '@/lib/services/sync/apply-plan'
import { checkSync } from '@/lib/services/sync/check-sync'
import { makePlan } from '@/lib/services/sync/make-plan'
import { settleEach, type Handle } from './settle'

// A wake-up call is lost with its connection, and none comes for a delayed job: the clock asks as well.
const polling = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 } as const
const slow = { pollingIntervalSeconds: 2 } as const

const Nothing = z.object({})
/** Without an id: the domains that are due. */
const DomainJob = z.object({ tenantId: z.uuid(), id: z.uuid() }).partial()
/** Without a name: all are counted. */
const IdentityJob = z.object({ name: z.string(), asked: z.literal('yes') }).partial()
/** Without a reason: the regular look. */
const PlanJob = z.object({ reason: z.string().optional(), createdBy: z.string().optional() })

/** Takes jobs of every queue but the dead letters, which wait for an operator. */
export async function takeJobs(boss: PgBoss): Promise<void> {
  const work = async <S extends z.ZodType>(queue: QueueName, options: WorkOptions, data: S, most: number, handle: Handle<S>) => {
    await boss.work(queue, { ...options, perJobResults: true, includeMetadata: true }, settleEach(queue, data, most, handle))
  }
  // Two lanes, so that one slow mail holds up its own batch alone.
  const mail = { ...polling, batchSize: 50, burstWhenBatchFull: true, localConcurrency: 2 }
  await work('notification', mail, z.object({ id: z.string().min(1) }), 4, ({ id }) => actOnNotification(id))
  await work('replay', { ...polling, batchSize: 10, burstWhenBatchFull: true }, ReplayJob, 2, runReplay)
  await work('send', { ...polling, batchSize: 4 }, z.object({ id: z.uuid() }).partial(), 4, ({ id }) => (id ? sendProductMail(id) : settleDoubts()))
  await work('release', { ...polling, batchSize: 50, burstWhenBatchFull: true }, ReleaseJob, 2, runRelease)
  // A lane is held by the slowest endpoint of its batch, for at most half a minute: there are several.
  await work('webhook', { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, batchSize: 4, localConcurrency: 6 }, WebhookJob.partial(), 4, ({ tenantId, endpointId }) =>
    tenantId && endpointId ? deliverWebhooks({ tenantId, endpointId }) : wakeDueWebhooks(),
  )
  await work('resume', { ...polling, batchSize: 2 }, ResumeJob, 2, (job) => runResume(job))
  await work('tenant-erase', { ...slow, batchSize: 1 }, EraseJob, 1, ({ tenantId }) => (tenantId ? eraseTenant(tenantId) : eraseDue()))
  await work('export', { ...slow, batchSize: 1 }, ExportJob, 1, ({ tenantId, id }) => (tenantId && id ? runExport(tenantId, id) : expireExports()))
  await work('domain-check', { ...polling, batchSize: 4 }, DomainJob, 4, ({ tenantId, id }) =>
    tenantId && id ? checkDomain({ tenantId, id }) : keepDomains(),
  )
  await work('limit', { ...slow, localConcurrency: 2 }, z.object({ tenantId: z.uuid() }).partial(), 1, ({ tenantId }) => (tenantId ? keepLimits(tenantId) : wakeWaiting()))
  await work('identity', slow, IdentityJob, 1, ({ name, asked }) => (name ? deleteUnwanted(name, asked !== undefined) : watchIdentities()))
  await work('sync-plan', polling, PlanJob, 1, ({ reason, createdBy }) =>
    reason === undefined ? checkSync() : makePlan({ reason: reasonOf(reason), ...(createdBy === undefined ? {} : { createdBy }) }),
  )
  await work('sync-apply', polling, z.object({ planId: z.uuid() }), 1, ({ planId }) => applyPlan({ planId }))
  await work('sweep', slow, Nothing, 1, sweepAll)
  await work('reseal', slow, Nothing, 1, () => reseal())
  await work('maintenance', slow, Nothing, 1, () => keepHouse())
}

/** Each minute: who is due is looked at, and claims whose time is over are closed. */
const keepDomains = async () => ({ looks: await checkDueDomains(), closed: await expireClaims() })

/** Each minute: mail without a delivery is reported, and operators' looks that are over are written down as ended. */
const sweepAll = async () => ({ mail: await sweep(), looks: await sweepImpersonations() })

/** Who is near a limit is told, and what waited is processed where there is room. */
const keepLimits = async (tenantId: string) => ({ told: await warnOfLimits(tenantId), processed: await runLimit(tenantId) })

/** Each hour: what is over is deleted, and who has a key that is about to end is told. */
const keepHouse = async () => ({ ...(await maintain()), warned: await warnEndingKeys() })

/** What is done by the clock, once for all workers. */
export async function schedule(boss: PgBoss): Promise<void> {
  await boss.schedule('sweep', '* * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('send', '* * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('webhook', '* * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('limit', '* * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('domain-check', '* * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('identity', '37 * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('sync-plan', '*/5 * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('export', '*/10 * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('tenant-erase', '*/10 * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('reseal', '23 * * * *', {}, { singletonKey: 'clock' })
  await boss.schedule('maintenance', '7 * * * *', {}, { singletonKey: 'clock' })
}
