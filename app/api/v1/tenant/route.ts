import { RenameTenant } from '@/lib/core/inputs/tenant'
import { getTenant } from '@/lib/services/tenant/get'
import { renameTenant } from '@/lib/services/tenant/rename'
import { Tenant } from '@/lib/web/answers/tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/tenant', {
  GET: operation({
    auth: 'tenant',
    permission: 'tenant.read',
    tag: 'tenant',
    summary: "The key's tenant.",
    response: Tenant,
    handler: ({ ctx }) => getTenant({ ctx }),
  }),
  PATCH: operation({
    auth: 'tenant',
    permission: 'tenant.write',
    tag: 'tenant',
    summary: 'Gives the tenant another name. Its slug never changes.',
    body: RenameTenant,
    response: Tenant,
    handler: ({ ctx, body }) => renameTenant({ ctx, input: body }),
  }),
})
