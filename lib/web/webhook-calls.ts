import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { webhookEvents } from '@/lib/core/webhook/event-type'

const signed = z.object({
  'webhook-id': z.string().describe('The event: the same in each of its tries, so that a receiver can tell what it has already.'),
  'webhook-timestamp': z.string().describe('Seconds since 1970: refuse what is older than five minutes.'),
  'webhook-signature': z.string().describe('`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated.'),
})

/** What Postroom sends to webhooks, as the document's `webhooks` section. */
export const webhookCalls: RouteConfig[] = Object.entries(webhookEvents).map(([type, { about, data }]) => ({
  method: 'post',
  path: type,
  operationId: `on${type.split(/[._]/).map((w) => w[0]!.toUpperCase() + w.slice(1)).join('')}`,
  tags: ['webhooks'],
  summary: about,
  description:
    'Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.',
  security: [],
  request: {
    headers: signed,
    body: { required: true, content: { 'application/json': { schema: z.object({ type: z.literal(type), timestamp: z.iso.datetime().describe('When it happened.'), data }) } } },
  },
  responses: { '2XX': { description: 'Taken.' }, '410': { description: 'No more calls, please.' } },
}))
