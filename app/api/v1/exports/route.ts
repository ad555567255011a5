import { askExport } from '@/lib/services/export/ask'
import { listExports } from '@/lib/services/export/list'
import { Export, Exports } from '@/lib/web/answers/export'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/exports', {
  GET: operation({
    auth: 'tenant',
    permission: 'tenant.export',
    tag: 'tenant',
    summary: "The tenant's exports, newest first, at most 20.",
    response: Exports,
    handler: async ({ ctx }) => ({ data: await listExports({ ctx }) }),
  }),
  POST: operation({
    auth: 'tenant',
    permission: 'tenant.export',
    tag: 'tenant',
    summary: 'Asks for a file with all that the tenant has. One is made at a time, also while the tenant is stopped.',
    response: Export,
    status: 202,
    refusals: [409],
    handler: ({ ctx }) => askExport({ ctx }),
  }),
})
