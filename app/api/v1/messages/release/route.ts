import { MessageIdList } from '@/lib/core/inputs/release'
import { releaseMessages } from '@/lib/services/message/release'
import { ReleasesAsked } from '@/lib/web/answers/release'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/release', {
  POST: operation({
    auth: 'tenant',
    permission: 'message.release',
    tag: 'messages',
    summary: 'Releases up to 100 messages from quarantine, ten seconds from now.',
    description: 'Until then it can be taken back by `POST /messages/release/undo`. What cannot be released is named in `failed`.',
    body: MessageIdList,
    status: 202,
    response: ReleasesAsked,
    handler: ({ ctx, body }) => releaseMessages({ ctx, input: body }),
  }),
})
