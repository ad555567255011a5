import { zoneFile } from '@/lib/core/domain/zone-file'
import { readDomain } from '@/app/(console)/t/[tenant]/domains/[id]/read'

/** The records as a master file to import. */
export async function GET(_request: Request, { params }: { params: Promise<{ tenant: string; id: string }> }): Promise<Response> {
  const { tenant, id } = await params
  const { domain } = await readDomain(tenant, id)
  return new Response(zoneFile(domain.name, domain.records), {
    headers: {
      'content-type': 'text/dns; charset=utf-8',
      'content-disposition': `attachment; filename="${domain.name}.zone"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
