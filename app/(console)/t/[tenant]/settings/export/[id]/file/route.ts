import { Refusal } from '@/lib/core/access/refusal'
import { openExport } from '@/lib/services/export/open'
import { exportFile } from '@/lib/web/export-file'
import { requireUser, tenantContext } from '@/lib/web/session'

/** The file of an export. Where it is not there, or not any more, the page says so. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; id: string }> }): Promise<Response> {
  const { tenant: slug, id } = await params
  const page = `/t/${encodeURIComponent(slug)}/settings/export`
  await requireUser(page)
  const { ctx } = await tenantContext(slug, 'tenant.export')
  try {
    return await exportFile(slug, await openExport({ ctx, input: { id } }), request.method === 'HEAD')
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return new Response(null, { status: 303, headers: { location: `${page}?failed=gone` } })
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) return new Response(null, { status: 404 })
    throw error
  }
}
