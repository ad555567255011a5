import { TenantLimits } from '@/lib/core/inputs/limit'
import { setLimits } from '@/lib/services/limit/set'
import { IdParams } from '@/lib/web/answers/page'
import { Usage } from '@/lib/web/answers/usage'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/limits', {
  PATCH: operation({
    auth: 'operator',
    permission: 'tenant.write',
    tag: 'operator',
    summary: 'Sets limits for one tenant; those that are not named stay. Mail that waited for room is processed where there is some now.',
    params: IdParams,
    body: TenantLimits,
    response: Usage,
    handler: ({ ctx, params, body }) => setLimits({ ctx, input: { ...body, tenantId: params.id } }),
  }),
})
