import { redeliverAttempt } from '@/lib/services/webhook/redeliver'
import { IdParams } from '@/lib/web/answers/page'
import { Accepted } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/attempts/{id}/redeliver', {
  POST: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: "Tells an attempt's event once more, with the same `webhook-id`; a try that waits comes now.",
    params: IdParams,
    status: 202,
    response: Accepted,
    handler: ({ ctx, params }) => redeliverAttempt({ ctx, input: params }),
  }),
})
