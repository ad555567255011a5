import { ClaimDomain, DomainPage } from '@/lib/core/inputs/domain'
import { claimDomain } from '@/lib/services/domain/claim'
import { listDomains } from '@/lib/services/domain/list'
import { Domain, domainInWords, DomainPage as DomainPageAnswer } from '@/lib/web/answers/domain'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains', {
  GET: operation({
    auth: 'tenant',
    permission: 'domain.read',
    tag: 'domains',
    summary: "The tenant's domains, newest first.",
    query: DomainPage,
    response: DomainPageAnswer,
    handler: async ({ ctx, query }) => {
      const { data, nextCursor } = await listDomains({ ctx, input: query })
      return { data: data.map(domainInWords), nextCursor }
    },
  }),
  POST: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Claims a domain. It is pending until its records are found: see check.',
    body: ClaimDomain,
    status: 201,
    response: Domain,
    refusals: [502, 503],
    handler: async ({ ctx, body }) => domainInWords(await claimDomain({ ctx, input: body })),
  }),
})
