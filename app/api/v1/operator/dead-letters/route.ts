import { ListDeadLetters } from '@/lib/core/inputs/dead-letter'
import { listDeadLetters } from '@/lib/services/dead-letter/list'
import { DeadLetterPage } from '@/lib/web/answers/dead-letter'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/dead-letters', {
  GET: operation({
    auth: 'operator',
    permission: 'deadLetter.read',
    tag: 'operator',
    summary: 'Jobs that failed for good, newest first.',
    query: ListDeadLetters,
    response: DeadLetterPage,
    handler: ({ ctx, query }) => listDeadLetters({ ctx, input: query }),
  }),
})
