import { MessageIdList } from '@/lib/core/inputs/release'
import { undoRelease } from '@/lib/services/message/release'
import { ReleasesUndone } from '@/lib/web/answers/release'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/release/undo', {
  POST: operation({
    auth: 'tenant',
    permission: 'message.release',
    tag: 'messages',
    summary: 'Takes releases back that were asked and are not done yet.',
    body: MessageIdList,
    response: ReleasesUndone,
    handler: ({ ctx, body }) => undoRelease({ ctx, input: body }),
  }),
})
