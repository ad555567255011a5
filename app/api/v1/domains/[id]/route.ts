import { getDomain } from '@/lib/services/domain/get'
import { removeDomain } from '@/lib/services/domain/remove'
import { Domain, domainInWords } from '@/lib/web/answers/domain'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'domain.read',
    tag: 'domains',
    summary: 'One domain with its records.',
    params: IdParams,
    response: Domain,
    handler: async ({ ctx, params }) => domainInWords(await getDomain({ ctx, input: params })),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Gives a domain up: its mail is not taken any more.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => removeDomain({ ctx, input: params }),
  }),
})
