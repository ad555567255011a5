import { TenantLimits } from '@/lib/core/inputs/limit'
import { readTenantUsage } from '@/lib/services/limit/of-tenant'
import { setLimits } from '@/lib/services/limit/set'
import { IdParams } from '@/lib/web/answers/page'
import { TenantUsage, Usage } from '@/lib/web/answers/usage'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/limits', {
  GET: operation({
    auth: 'operator',
    permission: 'tenant.list',
    tag: 'operator',
    summary: "One tenant's limits, how much of each is used, and what of its mail waits for room.",
    params: IdParams,
    response: TenantUsage,
    handler: ({ ctx, params }) => readTenantUsage({ ctx, input: { id: params.id } }),
  }),
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
