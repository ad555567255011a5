import { rawMessage } from '@/lib/services/message/raw'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { rawMail } from '@/lib/web/raw-mail'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}/raw', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'messages',
    summary: 'The mail as SES stored it, byte for byte.',
    params: IdParams,
    responseType: 'message/rfc822',
    refusals: [502, 503],
    handler: async ({ ctx, params }) => rawMail(params.id, await rawMessage({ ctx, input: params })),
  }),
})
