import { getExport } from '@/lib/services/export/list'
import { Export } from '@/lib/web/answers/export'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/exports/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'tenant.export',
    tag: 'tenant',
    summary: 'One export: how far it is, and whether its file can be fetched.',
    params: IdParams,
    response: Export,
    handler: ({ ctx, params }) => getExport({ ctx, input: params }),
  }),
})
