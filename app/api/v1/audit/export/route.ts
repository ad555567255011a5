import { ExportAudit } from '@/lib/core/inputs/audit'
import { exportAudit } from '@/lib/services/audit/export'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { streamedFile } from '@/lib/web/streamed-file'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/audit/export', {
  GET: operation({
    auth: 'tenant',
    permission: 'audit.read',
    tag: 'audit',
    summary: 'The audit log as CSV or as JSON Lines, newest first, all that the filters let through.',
    query: ExportAudit,
    responseType: ['text/csv', 'application/jsonl'],
    handler: ({ ctx, query }) => streamedFile('audit', query.format, exportAudit({ ctx, input: query })),
  }),
})
