import { NewWebhook } from '@/lib/core/inputs/webhook'
import { createWebhook } from '@/lib/services/webhook/create'
import { listWebhooks } from '@/lib/services/webhook/list'
import { NewWebhookAnswer, WebhookPage, webhookOut, webhookStateOut } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks', {
  GET: operation({
    auth: 'tenant',
    permission: 'webhook.read',
    tag: 'webhooks',
    summary: "The tenant's webhooks with how they stand, newest first; all on one page.",
    response: WebhookPage,
    handler: async ({ ctx }) => ({ data: (await listWebhooks({ ctx })).map(webhookStateOut), nextCursor: null }),
  }),
  POST: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'Adds a webhook: https, on the public internet. The answer holds the signing secret, this once.',
    body: NewWebhook,
    status: 201,
    response: NewWebhookAnswer,
    handler: async ({ ctx, body }) => {
      const { secret, ...made } = await createWebhook({ ctx, input: body })
      return { ...webhookOut(made), secret }
    },
  }),
})
