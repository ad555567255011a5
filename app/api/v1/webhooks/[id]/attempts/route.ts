import { AttemptFilter } from '@/lib/core/inputs/webhook'
import { listAttempts } from '@/lib/services/webhook/attempt'
import { IdParams } from '@/lib/web/answers/page'
import { AttemptPage, attemptOut } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/{id}/attempts', {
  GET: operation({
    auth: 'tenant',
    permission: 'webhook.read',
    tag: 'webhooks',
    summary: 'The log of a webhook: each try, planned or made, newest first. Kept for 30 days.',
    params: IdParams,
    query: AttemptFilter,
    response: AttemptPage,
    handler: async ({ ctx, params, query }) => {
      const { undelivered, ...filter } = query
      const { data, nextCursor } = await listAttempts({ ctx, input: { ...filter, ...(undelivered === undefined ? {} : { undelivered: String(undelivered) }), id: params.id } })
      return { data: data.map(attemptOut), nextCursor }
    },
  }),
})
