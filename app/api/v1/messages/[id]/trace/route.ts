import { traceOfMessage } from '@/lib/services/message/trace'
import { MessageTrace } from '@/lib/web/answers/message'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}/trace', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'Why the message went where it went.',
    params: IdParams,
    response: MessageTrace,
    handler: ({ ctx, params }) => traceOfMessage({ ctx, input: params }),
  }),
})
