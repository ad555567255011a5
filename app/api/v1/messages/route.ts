import { ListMessages } from '@/lib/core/inputs/message'
import { listMessages } from '@/lib/services/message/list'
import { MessagePage } from '@/lib/web/answers/message'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'The message log, newest first.',
    query: ListMessages,
    response: MessagePage,
    handler: ({ ctx, query }) => listMessages({ ctx, input: query }),
  }),
})
