import { zoneFile } from '@/lib/core/domain/zone-file'
import { domainDetail } from '@/lib/services/domain/detail'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}/zone', {
  GET: operation({
    auth: 'tenant',
    permission: 'domain.read',
    tag: 'domains',
    summary: 'Its records as a zone file (RFC 1035 §5), to import.',
    params: IdParams,
    responseType: 'text/dns',
    handler: async ({ ctx, params }) => {
      const { name, records } = await domainDetail({ ctx, input: params })
      return new Response(zoneFile(name, records), { headers: { 'content-type': 'text/dns; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
    },
  }),
})
