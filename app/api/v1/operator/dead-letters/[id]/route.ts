import { discardDeadLetter } from '@/lib/services/dead-letter/discard'
import { getDeadLetter } from '@/lib/services/dead-letter/get'
import { DeadLetterDetail } from '@/lib/web/answers/dead-letter'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/dead-letters/{id}', {
  GET: operation({
    auth: 'operator',
    permission: 'deadLetter.read',
    tag: 'operator',
    summary: 'One of them, with its failed tries.',
    params: IdParams,
    response: DeadLetterDetail,
    handler: ({ ctx, params }) => getDeadLetter({ ctx, input: params }),
  }),
  DELETE: operation({
    auth: 'operator',
    permission: 'deadLetter.write',
    tag: 'operator',
    summary: 'Throws a dead job away. Raw mail stays in S3.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => discardDeadLetter({ ctx, input: params }),
  }),
})
