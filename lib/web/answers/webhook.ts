import { createTranslator } from 'next-intl'
import { z } from 'zod'
import { attemptStates } from '@/lib/core/inputs/webhook'
import { webhookTypes } from '@/lib/core/webhook/event-type'
import { problemKeys } from '@/lib/core/webhook/problem'
import type { AttemptRow, WebhookAnswer } from '@/lib/services/webhook/answer'
import type { AttemptDetail } from '@/lib/services/webhook/attempt'
import type { WebhookState } from '@/lib/services/webhook/list'
import webhooks from '@/messages/en/webhooks.json'
import { instant, pageOf } from './page'



export const WebhookBase = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(z.enum(webhookTypes)),
  enabled: z.boolean(),
  disabledWhy: z.enum(['person', 'gone', 'failing']).nullable().describe('`gone`: the receiver answered 410; `failing`: nothing got through for three days.'),
  disabledAt: instant.nullable(),
  failingSince: instant.nullable().describe('Nothing has got through since.'),
  previousSecretUntil: instant.nullable().describe('Until then requests carry a signature by the secret of before as well.'),
  createdAt: instant,
})
const secret = z.string().describe('`whsec_…`, told here and never again. Check requests with it by a library of https://www.standardwebhooks.com.')

export const NewWebhookAnswer = WebhookBase.extend({ secret })
export const Webhook = WebhookBase.extend({
  hours: z.array(z.object({ hour: instant, succeeded: z.number().int(), failed: z.number().int() })).describe('The tries of the last 24 hours, oldest first.'),
  nextTryAt: instant.nullable().describe('When the next planned try comes.'),
  waiting: z.number().int().describe('Tries that are planned or under way.'),
  undelivered: z.number().int().describe('Events that have not got through and are not tried any more.'),
  undeliveredUpTo: z.uuid().nullable().describe('The newest attempt among them, for /redeliver.'),
})
export const WebhookPage = pageOf(Webhook)
export const RotatedSecret = z.object({ secret, previousSecretUntil: instant })

export const Attempt = z.object({
  id: z.uuid(),
  eventId: z.uuid().describe('The `webhook-id` of each of its tries.'),
  type: z.enum(webhookTypes),
  n: z.number().int().describe('Which try of this event it is.'),
  state: z.enum(attemptStates),
  dueAt: instant.describe('Of a waiting one: not before.'),
  startedAt: instant.nullable(),
  settledAt: instant.nullable(),
  ms: z.number().int().nullable(),
  status: z.number().int().nullable().describe('The status of the answer.'),
  problem: z.enum(problemKeys).nullable(),
  error: z.string().nullable().describe('The problem in words.'),
  undelivered: z.boolean().describe('The event has not got through, and no try is planned.'),
})
export const AttemptPage = pageOf(Attempt)
const fields = z.record(z.string(), z.string())
export const AttemptInFull = Attempt.extend({
  webhookId: z.uuid(),
  url: z.string(),
  body: z.string().describe('The exact text that is signed.'),
  requestHeaders: fields,
  responseHeaders: fields,
  responseBody: z.string().nullable().describe('The first 4 KB.'),
  claims: z.number().int().describe('How often it was begun: more than once where a worker ended in its middle, so that it may have come more than once.'),
  tries: z.array(Attempt).describe('All tries of the event, the first one first.'),
})
export const Redelivered = z.object({ redelivered: z.number().int() })
export const Accepted = z.object({ accepted: z.literal(true) })

const iso = (at: Date | null) => at && at.toISOString()
const isoNow = (at: Date) => at.toISOString()

export const webhookOut = ({ disabledAt, failingSince, previousSecretUntil, createdAt, ...rest }: WebhookAnswer): z.input<typeof WebhookBase> => ({
  ...rest,
  disabledAt: iso(disabledAt),
  failingSince: iso(failingSince),
  previousSecretUntil: iso(previousSecretUntil),
  createdAt: isoNow(createdAt),
})

export function webhookStateOut({ hours, nextTryAt, waiting, undelivered, undeliveredUpTo, ...answer }: WebhookState): z.input<typeof Webhook> {
  return { ...webhookOut(answer), hours: hours.map((h) => ({ ...h, hour: isoNow(h.hour) })), nextTryAt: iso(nextTryAt), waiting, undelivered, undeliveredUpTo }
}

export function attemptOut({ dueAt, startedAt, settledAt, problem, ...rest }: AttemptRow): z.input<typeof Attempt> {
  const t = createTranslator({ locale: 'en', messages: { webhooks }, namespace: 'webhooks' })
  return { ...rest, dueAt: isoNow(dueAt), startedAt: iso(startedAt), settledAt: iso(settledAt), problem: problem?.key ?? null, error: problem && t(`problem.${problem.key}`, problem.params as never) }
}

export function attemptInFullOut({ webhookId, url, body, requestHeaders, responseHeaders, responseBody, claims, tries, ...row }: AttemptDetail): z.input<typeof AttemptInFull> {
  return { ...attemptOut(row), webhookId, url, body, requestHeaders, responseHeaders, responseBody, claims, tries: tries.map(attemptOut) }
}
