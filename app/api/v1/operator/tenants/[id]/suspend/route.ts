import { z } from 'zod'
import { SuspendTenant } from '@/lib/core/inputs/operator'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/tenants/{id}/suspend', {
  POST: operation({
    auth: 'operator',
    permission: 'tenant.stop',
    tag: 'operator',
    summary: 'Stops a tenant: nothing leaves, mail that comes is held, its people and keys can only read.',
    params: IdParams,
    status: 204,
    body: z.strictObject({ reason: SuspendTenant.shape.reason.describe('The tenant reads it.') }),
    handler: ({ ctx, params, body }) => suspendTenant({ ctx, input: { ...params, ...body } }),
  }),
})
