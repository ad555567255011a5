import { ExportAudit } from '@/lib/core/inputs/audit'
import { exportAudit } from '@/lib/services/audit/export'
import { auditHref, readAuditQuery } from '@/lib/web/audit-query'
import { requireUser, tenantContext } from '@/lib/web/session'
import { streamedFile } from '@/lib/web/streamed-file'

/** The filtered audit as a file, written while it is read. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { tenant: slug } = await params
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { values, zone, input } = readAuditQuery(query, 'UTC')
  await requireUser(auditHref(`/t/${encodeURIComponent(slug)}/audit`, values, { zone }))
  const { ctx } = await tenantContext(slug, 'audit.read')
  const { cursor: _, ...filters } = input ?? {}
  const asked = ExportAudit.safeParse({ ...filters, format: query['format'] })
  if (!input || !asked.success) return new Response(null, { status: 400 })
  return streamedFile(`audit-${slug.replace(/[^a-z0-9-]/g, '')}`, asked.data.format, exportAudit({ ctx, input: asked.data }))
}
