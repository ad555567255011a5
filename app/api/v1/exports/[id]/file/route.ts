import { openExport } from '@/lib/services/export/open'
import { getTenant } from '@/lib/services/tenant/get'
import { IdParams } from '@/lib/web/answers/page'
import { exportFile } from '@/lib/web/export-file'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/exports/{id}/file', {
  GET: operation({
    auth: 'tenant',
    permission: 'tenant.export',
    tag: 'tenant',
    summary: 'The file of an export that is ready: a gzipped tar of JSON Lines and raw mails. 409 where it is not ready, or has expired.',
    params: IdParams,
    responseType: 'application/gzip',
    refusals: [409],
    handler: async ({ ctx, params, request }) => {
      const file = await openExport({ ctx, input: params })
      return exportFile((await getTenant({ ctx })).slug, file, request.method === 'HEAD')
    },
  }),
})
