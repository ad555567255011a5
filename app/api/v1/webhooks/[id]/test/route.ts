import { testWebhook } from '@/lib/services/webhook/send-test'
import { IdParams } from '@/lib/web/answers/page'
import { Accepted } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/{id}/test', {
  POST: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'Sends a test event: see its attempt for the end.',
    params: IdParams,
    status: 202,
    response: Accepted,
    handler: ({ ctx, params }) => testWebhook({ ctx, input: params }),
  }),
})
