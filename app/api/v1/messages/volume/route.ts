import { ExportMessages } from '@/lib/core/inputs/message'
import { volume } from '@/lib/services/message/volume'
import { Volume } from '@/lib/web/answers/message'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/volume', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'How much mail ended how: by the hour up to two days, by the day (UTC) beyond; the last 30 days where no time is given.',
    query: ExportMessages,
    response: Volume,
    handler: async ({ ctx, query }) => ({ volume: await volume({ ctx, input: query, now: new Date() }) }),
  }),
})
