import { z } from 'zod'
import { config } from '@/lib/config'
import { problem } from '@/lib/core/webhook/problem'
import { retryAfterSeconds } from '@/lib/core/webhook/schedule'
import { signedHeaders } from '@/lib/core/webhook/sign'
import { judgeUrl } from '@/lib/core/webhook/url'
import { inTenant } from '@/lib/db/tenant'
import { post, type Answered } from '@/lib/http/post'
import { sendJob } from '@/lib/queue/send'
import { cancelWaiting } from '@/lib/services/webhook/cancel-waiting'
import { openSecret } from '@/lib/services/webhook/secret'
import { claimAttempt, type Claimed } from './claim'
import { settleAttempt } from './settle'

export const WebhookJob = z.object({ tenantId: z.uuid(), endpointId: z.uuid() })
export type WebhookJob = z.infer<typeof WebhookJob>

/** Where a test lets the process die. */
export type Point = 'claimed' | 'before the call' | 'after the answer'

interface Options {
  at?: (point: Point) => void
  /** For one try. */
  timeoutMs?: number
}

const timeoutMs = 15_000
/** A job ends after this long, so that an endpoint with much to tell lets others have their turn. */
const sliceMs = 10_000
const lanes = 4
/** How soon a job comes again where all lanes of its endpoint are taken. */
const busySeconds = 5

/**
 * Makes the tries of one endpoint that are due: claim, call, settle. At least once: a try whose worker died is made again with the same
 * `webhook-id` when its lease is over. At its end it plans a job for the next moment at which something is due. Gives the outcome in words.
 */
export async function deliverWebhooks({ tenantId, endpointId }: WebhookJob, options: Options = {}): Promise<string> {
  const until = performance.now() + sliceMs
  let made = 0
  let last: 'busy' | 'none' | 'off' | 'gone' = 'none'
  const lane = async () => {
    while (performance.now() < until) {
      const claimed = await claimAttempt(tenantId, endpointId)
      if (typeof claimed === 'string') {
        last = claimed
        return
      }
      await make(tenantId, endpointId, claimed, options)
      made++
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  const failed = ends.find((e) => e.status === 'rejected')
  if (failed) throw failed.reason
  // Assigned in the lanes, which TypeScript does not follow.
  const end = last as 'busy' | 'none' | 'off' | 'gone'
  if (end === 'gone') return `the webhook is deleted: ${await forget(tenantId, endpointId)} tries of its log too`
  if (end === 'off') return `the webhook is off: ${await inTenant(tenantId, (tx) => cancelWaiting(tx, tenantId, endpointId))} tries cancelled`
  await planNext(tenantId, endpointId, end === 'busy' ? busySeconds : 0)
  return `${made} tries made`
}

async function make(tenantId: string, endpointId: string, claimed: Claimed, { at = () => {}, timeoutMs: limit = timeoutMs }: Options): Promise<void> {
  at('claimed')
  const began = new Date()
  const { headers, answer } = await call(endpointId, claimed, began, limit, at)
  at('after the answer')
  const retryAfter = answer.status === 429 || answer.status === 503 ? retryAfterSeconds(answer.headers?.['retry-after'], new Date()) : undefined
  await settleAttempt(tenantId, endpointId, claimed, { requestHeaders: headers, answer, ms: Date.now() - began.getTime(), retryAfter })
}

async function call(endpointId: string, { eventId, body, url: text, secrets }: Claimed, now: Date, limit: number, at: (point: Point) => void): Promise<{ headers: Record<string, string>; answer: Answered }> {
  const opened = secrets.map((sealed) => openSecret(endpointId, sealed)).filter((s) => s !== undefined)
  if (opened.length === 0) return { headers: {}, answer: { problem: problem('secret') } }
  const headers = { 'content-type': 'application/json', 'user-agent': 'Postroom-Webhooks/1', ...signedHeaders(opened, { id: eventId, at: now, body }) }
  // Once more: POSTROOM_WEBHOOK_ALLOW may be another than when the URL was saved.
  const judged = judgeUrl(text, config().webhookAllow)
  if ('problem' in judged) return { headers, answer: { problem: problem('url', { why: judged.problem }) } }
  at('before the call')
  return { headers, answer: await post({ ...judged, headers, body, timeoutMs: limit }) }
}

/** A job for the next moment at which a try is due, or a lease is over. */
async function planNext(tenantId: string, endpointId: string, least: number): Promise<void> {
  await inTenant(tenantId, async (tx) => {
    const [next] = await tx.$queryRaw<{ after: number; key: string }[]>`
      SELECT greatest(${least}::float8, extract(epoch FROM min("dueAt") - now())::float8) AS after, extract(epoch FROM min("dueAt"))::text AS key FROM webhook_attempt
      WHERE "tenantId" = ${tenantId}::uuid AND "endpointId" = ${endpointId}::uuid AND state IN ('waiting', 'claimed') HAVING count(*) > 0
        AND NOT EXISTS (SELECT FROM tenant t WHERE t.id = ${tenantId}::uuid AND (t."suspendedAt" IS NOT NULL OR t."deletionAskedAt" IS NOT NULL))`
    if (next) await sendJob(tx, 'webhook', { tenantId, endpointId }, { after: next.after, singletonKey: `${endpointId}:${next.key}` })
  })
}

const batch = 1000

/** The log of a deleted endpoint, in batches. */
async function forget(tenantId: string, endpointId: string): Promise<number> {
  let deleted = 0
  for (;;) {
    const n = await inTenant(tenantId, async (tx) => {
      await tx.webhookHour.deleteMany({ where: { tenantId, endpointId } })
      return tx.$executeRaw`
        DELETE FROM webhook_attempt WHERE "tenantId" = ${tenantId}::uuid AND id IN (
          SELECT id FROM webhook_attempt WHERE "tenantId" = ${tenantId}::uuid AND "endpointId" = ${endpointId}::uuid LIMIT ${batch})`
    })
    deleted += n
    if (n < batch) return deleted
  }
}
