import { exportLog } from '@/lib/services/message/export'
import { requireUser, tenantContext } from '@/lib/web/session'
import { logHref, readLogQuery } from '@/app/(console)/t/[tenant]/messages/search-params'

/** The filtered log as a file, written while it is read. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { tenant: slug } = await params
  const { input, values, zone } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams), 'UTC')
  await requireUser(logHref(slug, values, { zone }))
  const { ctx } = await tenantContext(slug, 'message.read')
  if (!input) return new Response(null, { status: 400 })
  const lines = exportLog({ ctx, input })
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  const name = `messages-${slug.replace(/[^a-z0-9-]/g, '')}.csv`
  return new Response(stream, {
    headers: { 'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  })
}
