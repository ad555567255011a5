import { ListAudit } from '@/lib/core/inputs/audit'
import { listAudit } from '@/lib/services/audit/list'
import { AuditPage, auditOut } from '@/lib/web/answers/audit'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/audit', {
  GET: operation({
    auth: 'tenant',
    permission: 'audit.read',
    tag: 'audit',
    summary: "The tenant's audit log, newest first.",
    query: ListAudit,
    response: AuditPage,
    handler: async ({ ctx, request }) => auditOut(await listAudit({ ctx, input: givenQuery(request) })),
  }),
})
