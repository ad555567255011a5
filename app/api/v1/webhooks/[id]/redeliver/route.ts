import { RedeliverBody } from '@/lib/core/inputs/webhook'
import { redeliverAll } from '@/lib/services/webhook/redeliver'
import { IdParams } from '@/lib/web/answers/page'
import { Redelivered } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/{id}/redeliver', {
  POST: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'Tells again all that has not got through and is not tried any more.',
    description: 'With `count` and `upTo` (the webhook\'s `undelivered` and `undeliveredUpTo`) exactly what was seen: 409 where it is another set by now.',
    params: IdParams,
    body: RedeliverBody,
    status: 202,
    response: Redelivered,
    handler: ({ ctx, params, body }) => redeliverAll({ ctx, input: { ...body, id: params.id } }),
  }),
})
