import { ExportAudit } from '@/lib/core/inputs/audit'
import { exportOperatorAudit } from '@/lib/services/audit/export'
import { readAuditQuery } from '@/lib/web/audit-query'
import { requireOperator } from '@/lib/web/session'
import { streamedFile } from '@/lib/web/streamed-file'

/** The operators' filtered audit as a file, written while it is read. */
export async function GET(request: Request): Promise<Response> {
  const { ctx } = await requireOperator('audit.platform')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { input } = readAuditQuery(query, 'UTC')
  const { cursor: _, ...filters } = input ?? {}
  const asked = ExportAudit.safeParse({ ...filters, format: query['format'] })
  if (!input || !asked.success) return new Response(null, { status: 400 })
  return streamedFile('audit-platform', asked.data.format, exportOperatorAudit({ ctx, input: asked.data }))
}
