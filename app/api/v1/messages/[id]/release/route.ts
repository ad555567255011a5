import { releaseMessage } from '@/lib/services/message/release'
import { IdParams } from '@/lib/web/answers/page'
import { Release } from '@/lib/web/answers/release'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}/release', {
  POST: operation({
    auth: 'tenant',
    permission: 'message.release',
    tag: 'messages',
    summary: 'Takes the message out of quarantine. The worker does it at once; a message with a virus is refused (409).',
    params: IdParams,
    status: 202,
    response: Release,
    handler: ({ ctx, params }) => releaseMessage({ ctx, input: params }),
  }),
})
