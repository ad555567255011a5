import { ExportAudit } from '@/lib/core/inputs/audit'
import { exportOperatorAudit } from '@/lib/services/audit/export'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { streamedFile } from '@/lib/web/streamed-file'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/audit/export', {
  GET: operation({
    auth: 'operator',
    permission: 'audit.platform',
    tag: 'operator',
    summary: 'The audit log as CSV or as JSON Lines, newest first, all that the filters let through.',
    query: ExportAudit,
    responseType: ['text/csv', 'application/jsonl'],
    handler: ({ ctx, query }) => streamedFile('audit', query.format, exportOperatorAudit({ ctx, input: query })),
  }),
})
