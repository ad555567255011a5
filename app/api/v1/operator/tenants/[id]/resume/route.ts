import { resumeTenant } from '@/lib/services/tenant/resume'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/resume', {
  POST: operation({
    auth: 'operator',
    permission: 'tenant.stop',
    tag: 'operator',
    summary: 'Ends a suspension: what was held is processed in the order it came.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => resumeTenant({ ctx, input: params }),
  }),
})
