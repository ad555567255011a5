import { z } from 'zod'
import { wantedTypes, webhookTypes } from '@/lib/core/webhook/event-type'
import { lineOf } from './line'
import { pageLimit } from './page'

const url = z.string().trim().min(1, 'needs a URL').max(2000, 'must have at most 2,000 characters')
const description = lineOf(200, '', 0)
/** A form with one box ticked sends a text, with several a list. */
const eventTypes = z
  .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.enum(wantedTypes)).min(1, 'must name an event').max(wantedTypes.length))
  .transform((list) => wantedTypes.filter((t) => list.includes(t)))

/** The URL itself is judged by the service, which knows POSTROOM_WEBHOOK_ALLOW. */
export const NewWebhook = z.strictObject({ url, description: description.default(''), eventTypes })
export type NewWebhook = z.input<typeof NewWebhook>

const id = z.uuid("must be a webhook's id")
export const WebhookId = z.strictObject({ id })
export type WebhookId = z.input<typeof WebhookId>

export const WebhookChange = z.strictObject({ url: url.optional(), description: description.optional(), eventTypes: eventTypes.optional(), enabled: z.boolean().optional() })
export const ChangeWebhook = WebhookChange.extend({ id })
export type ChangeWebhook = z.input<typeof ChangeWebhook>

export const attemptStates = ['waiting', 'claimed', 'succeeded', 'failed', 'cancelled'] as const
export type AttemptState = (typeof attemptStates)[number]

export const AttemptFilter = z.strictObject({
  state: z.enum(attemptStates).optional(),
  type: z.enum(webhookTypes).optional(),
  /** Events that have not reached the endpoint and are not tried any more. */
  undelivered: z.stringbool('must be true or false').optional(),
  limit: pageLimit,
  cursor: z.uuid('must be the nextCursor of an earlier page').optional(),
})
export const ListAttempts = AttemptFilter.extend({ id })
export type ListAttempts = z.input<typeof ListAttempts>

export const AttemptId = z.strictObject({ id: z.uuid("must be an attempt's id") })
export type AttemptId = z.input<typeof AttemptId>

/** What is confirmed is what is done: the number that was shown, and the newest attempt that it counted. */
export const RedeliverBody = z.strictObject({
  count: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1').optional(),
  upTo: z.uuid("must be an attempt's id").optional(),
})
export const RedeliverAll = RedeliverBody.extend({ id })
export type RedeliverAll = z.input<typeof RedeliverAll>
