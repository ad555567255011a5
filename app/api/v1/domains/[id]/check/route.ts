import { check } from '@/lib/services/domain/check'
import { Domain, domainInWords } from '@/lib/web/answers/domain'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}/check', {
  POST: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Looks at the records now and settles the status; takes up to about 8 seconds.',
    params: IdParams,
    response: Domain,
    refusals: [502, 503],
    handler: async ({ ctx, params }) => domainInWords(await check({ ctx, input: params })),
  }),
})
