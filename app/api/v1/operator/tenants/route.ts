import { ListTenants } from '@/lib/core/inputs/operator'
import { listTenants } from '@/lib/services/tenant/list'
import { TenantList } from '@/lib/web/answers/operator-tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

/** The cursor as it was sent: the service reads it. */
const given = (request: Request) => Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants', {
  GET: operation({
    auth: 'operator',
    permission: 'tenant.list',
    tag: 'operator',
    summary: 'Tenants with their size and how they stand, newest first.',
    query: ListTenants,
    response: TenantList,
    handler: ({ ctx, request }) => listTenants({ ctx, input: given(request) }),
  }),
})
