import { undeleteTenantByOperator } from '@/lib/services/tenant/undelete'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/undelete', {
  POST: operation({
    auth: 'operator',
    permission: 'tenant.erase',
    tag: 'operator',
    summary: 'Takes a deletion back before it is due.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => undeleteTenantByOperator({ ctx, input: params }),
  }),
})
