import { retryDeadLetter } from '@/lib/services/dead-letter/retry'
import { Retried } from '@/lib/web/answers/dead-letter'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/dead-letters/{id}/retry', {
  POST: operation({
    auth: 'operator',
    permission: 'deadLetter.write',
    tag: 'operator',
    summary: 'Sends a dead job back to its queue, with all its tries.',
    params: IdParams,
    response: Retried,
    handler: ({ ctx, params }) => retryDeadLetter({ ctx, input: params }),
  }),
})
