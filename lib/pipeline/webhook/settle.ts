import { nextTry, mostSeconds } from '@/lib/core/webhook/schedule'
import type { WebhookProblem } from '@/lib/core/webhook/problem'
import { notifyLive } from '@/lib/db/live'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import type { Answered } from '@/lib/http/post'
import { disableWebhook } from '@/lib/services/webhook/disable'
import type { Claimed } from './claim'

export interface Made {
  requestHeaders: Record<string, string>
  answer: Answered
  ms: number
  retryAfter?: number | undefined
}

// An endpoint is given up when an event was tried to its end and nothing else got through either. The first failure comes a little after the
// event's first plan: an hour of grace.
const givenUpSeconds = mostSeconds - 3600

interface Endpoint {
  state: string
  failingSince: Date | null
}

/**
 * Ends a try, in one transaction with all that follows: the count, the next try, the endpoint's state. False where the claim was lost to a
 * later one, whose answer counts then.
 */
export function settleAttempt(tenantId: string, endpointId: string, claimed: Claimed, made: Made, now = new Date()): Promise<boolean> {
  const { problem } = made.answer
  return inTenant(tenantId, async (tx) => {
    const [endpoint] = await tx.$queryRaw<Endpoint[]>`SELECT state, "failingSince" FROM webhook_endpoint WHERE "tenantId" = ${tenantId}::uuid AND id = ${endpointId}::uuid FOR UPDATE`
    if (!endpoint) return false
    const gone = problem?.key === 'gone'
    const next = problem && !gone && endpoint.state === 'enabled' ? nextTry({ step: claimed.step, since: claimed.since, now, retryAfter: made.retryAfter, chance: Math.random() }) : undefined
    if (!(await write(tx, tenantId, claimed, made, now, problem !== undefined && next === undefined))) return false
    await count(tx, tenantId, endpointId, now, problem)
    if (next) await plan(tx, tenantId, endpointId, claimed, next)
    const failingSince = problem ? (endpoint.failingSince ?? now) : null
    if (failingSince?.getTime() !== endpoint.failingSince?.getTime()) await tx.webhookEndpoint.updateMany({ where: { tenantId, id: endpointId }, data: { failingSince } })
    if (endpoint.state === 'enabled' && failingSince) {
      const givenUp = next === undefined && now.getTime() - failingSince.getTime() >= givenUpSeconds * 1000
      if (gone || givenUp) await disableWebhook(tx, tenantId, endpointId, gone ? 'gone' : 'failing')
    }
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return true
  })
}

async function write(tx: Transaction, tenantId: string, { id, claims }: Claimed, { requestHeaders, answer, ms }: Made, now: Date, undelivered: boolean): Promise<boolean> {
  const { status, headers, body, problem } = answer
  const { count } = await tx.webhookAttempt.updateMany({
    where: { tenantId, id, state: 'claimed', claims },
    data: {
      state: problem ? 'failed' : 'succeeded',
      settledAt: now,
      ms,
      requestHeaders,
      undelivered,
      ...(status === undefined ? {} : { status }),
      ...(headers === undefined ? {} : { responseHeaders: headers }),
      ...(body === undefined ? {} : { responseBody: body }),
      ...(problem === undefined ? {} : { problem: { ...problem } }),
    },
  })
  return count === 1
}

async function count(tx: Transaction, tenantId: string, endpointId: string, now: Date, problem: WebhookProblem | undefined): Promise<void> {
  const [succeeded, failed] = problem ? [0, 1] : [1, 0]
  await tx.$executeRaw`
    INSERT INTO webhook_hour ("tenantId", "endpointId", hour, succeeded, failed) VALUES (${tenantId}::uuid, ${endpointId}::uuid, date_trunc('hour', ${now}::timestamptz, 'UTC'), ${succeeded}, ${failed})
    ON CONFLICT ("tenantId", "endpointId", hour) DO UPDATE SET succeeded = webhook_hour.succeeded + excluded.succeeded, failed = webhook_hour.failed + excluded.failed`
}

async function plan(tx: Transaction, tenantId: string, endpointId: string, { eventId, type, n, step, since }: Claimed, dueAt: Date): Promise<void> {
  await tx.webhookAttempt.createMany({ data: [{ tenantId, endpointId, eventId, type, n: n + 1, step: step + 1, since, dueAt }], skipDuplicates: true })
}
