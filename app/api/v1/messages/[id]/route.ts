import { getMessage } from '@/lib/services/message/get'
import { MessageDetail } from '@/lib/web/answers/message'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'One message with its header, text, attachments and events.',
    params: IdParams,
    response: MessageDetail,
    handler: ({ ctx, params }) => getMessage({ ctx, input: params }),
  }),
})
