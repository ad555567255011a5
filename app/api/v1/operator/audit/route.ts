import { ListAudit } from '@/lib/core/inputs/audit'
import { listOperatorAudit } from '@/lib/services/audit/list'
import { AuditPage, auditOut } from '@/lib/web/answers/audit'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/audit', {
  GET: operation({
    auth: 'operator',
    permission: 'audit.platform',
    tag: 'operator',
    summary: 'What operators did, and people with their own accounts, newest first.',
    query: ListAudit,
    response: AuditPage,
    handler: async ({ ctx, request }) => auditOut(await listOperatorAudit({ ctx, input: givenQuery(request) })),
  }),
})
