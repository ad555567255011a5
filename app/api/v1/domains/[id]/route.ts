import { getDomain } from '@/lib/services/domain/get'
import { removeDomain } from '@/lib/services/domain/remove'
import { Domain, domainInWords, RemoveQuery } from '@/lib/web/answers/domain'
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
    summary: 'Gives a domain up: its mail is not taken any more. An identity at Amazon SES that was made here is deleted a day later, unless somebody claims the name.',
    params: IdParams,
    query: RemoveQuery,
    status: 204,
    handler: ({ ctx, params, query }) => removeDomain({ ctx, input: { ...params, deleteIdentity: query.deleteIdentity === 'true' } }),
  }),
})
