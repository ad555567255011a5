import { z } from 'zod'
import { listConsents } from '@/lib/services/domain/consent/list'
import { ConsentRequest } from '@/lib/web/answers/domain'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}/consents', {
  GET: operation({
    auth: 'tenant',
    permission: 'domain.read',
    tag: 'domains',
    summary: 'Names below this domain that other tenants have proved, and what was answered; newest first, the latest 200.',
    params: IdParams,
    response: z.object({ data: z.array(ConsentRequest) }),
    handler: async ({ ctx, params }) => ({ data: await listConsents({ ctx, input: params }) }),
  }),
})
