import { ExportMessages } from '@/lib/core/inputs/message'
import { exportLog } from '@/lib/services/message/export'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { streamedFile } from '@/lib/web/streamed-file'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/export', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'The log as CSV, newest first, at most 10,000 rows.',
    query: ExportMessages,
    responseType: 'text/csv',
    handler: ({ ctx, query }) => streamedFile('messages', 'csv', exportLog({ ctx, input: query })),
  }),
})
