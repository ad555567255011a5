import { readTenantFacts } from '@/lib/services/tenant/facts'
import { IdParams } from '@/lib/web/answers/page'
import { TenantFacts } from '@/lib/web/answers/operator-tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}', {
  GET: operation({
    auth: 'operator',
    permission: 'tenant.list',
    tag: 'operator',
    summary: 'One tenant: members, domains, numbers, what operators did to it. No mail.',
    params: IdParams,
    response: TenantFacts,
    handler: ({ ctx, params }) => readTenantFacts({ ctx, input: params }),
  }),
})
