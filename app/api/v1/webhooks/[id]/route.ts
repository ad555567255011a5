import { WebhookChange } from '@/lib/core/inputs/webhook'
import { changeWebhook } from '@/lib/services/webhook/change'
import { getWebhook } from '@/lib/services/webhook/list'
import { removeWebhook } from '@/lib/services/webhook/remove'
import { IdParams } from '@/lib/web/answers/page'
import { Webhook, WebhookBase, webhookOut, webhookStateOut } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'webhook.read',
    tag: 'webhooks',
    summary: 'One webhook with how it stands.',
    params: IdParams,
    response: Webhook,
    handler: async ({ ctx, params }) => webhookStateOut(await getWebhook({ ctx, input: params })),
  }),
  PATCH: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'Changes what is given. `enabled: false` cancels what waits; `enabled: true` lets it be redelivered.',
    params: IdParams,
    body: WebhookChange,
    response: WebhookBase,
    handler: async ({ ctx, params, body }) => webhookOut(await changeWebhook({ ctx, input: { ...body, id: params.id } })),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'Deletes a webhook and its log.',
    params: IdParams,
    status: 204,
    handler: async ({ ctx, params }) => removeWebhook({ ctx, input: params }),
  }),
})
