import { z } from 'zod'
import { DeleteTenant } from '@/lib/core/inputs/operator'
import { deleteTenantByOperator } from '@/lib/services/tenant/delete'
import { IdParams } from '@/lib/web/answers/page'
import { Deletion } from '@/lib/web/answers/operator-tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/delete', {
  POST: operation({
    auth: 'operator',
    permission: 'tenant.erase',
    tag: 'operator',
    summary: 'Stops a tenant now and erases it after the grace.',
    params: IdParams,
    body: z.strictObject({ confirm: DeleteTenant.shape.confirm.describe("The tenant's slug.") }),
    response: Deletion,
    handler: ({ ctx, params, body }) => deleteTenantByOperator({ ctx, input: { ...params, ...body } }),
  }),
})
