import { exportLog } from '@/lib/services/message/export'
import { streamedFile } from '@/lib/web/streamed-file'
import { requireUser, tenantContext } from '@/lib/web/session'
import { logHref, readLogQuery } from '@/app/(console)/t/[tenant]/messages/search-params'

/** The filtered log as a file, written while it is read. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { tenant: slug } = await params
  const { input, values, zone } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams), 'UTC')
  await requireUser(logHref(slug, values, { zone }))
  const { ctx } = await tenantContext(slug, 'message.read')
  if (!input) return new Response(null, { status: 400 })
  return streamedFile(`messages-${slug.replace(/[^a-z0-9-]/g, '')}`, 'csv', exportLog({ ctx, input }))
}
