import { retryAllDeadLetters } from '@/lib/services/dead-letter/retry-all'
import { RetriedAll } from '@/lib/web/answers/dead-letter'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/dead-letters/retry', {
  POST: operation({
    auth: 'operator',
    permission: 'deadLetter.write',
    tag: 'operator',
    summary: 'Sends the oldest dead jobs back to their queues, at most 500.',
    response: RetriedAll,
    handler: ({ ctx }) => retryAllDeadLetters({ ctx }),
  }),
})
