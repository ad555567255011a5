import { withdrawInvitation } from '@/lib/services/invitation/withdraw'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/members/invitations/{id}', {
  DELETE: operation({
    auth: 'tenant',
    permission: 'member.write',
    tag: 'members',
    summary: 'Withdraws an invitation: its link is void.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => withdrawInvitation({ ctx, input: params }),
  }),
})
