import { Refusal } from '@/lib/core/access/refusal'
import { countNews } from '@/lib/services/message/news'
import { tenantContext } from '@/lib/web/session'
import { readLogQuery } from '@/app/(console)/t/[tenant]/messages/search-params'

/** How many messages of the address's filters have come since `newer`. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { ctx } = await tenantContext((await params).tenant, 'message.read')
  const { input } = readLogQuery(Object.fromEntries(new URL(request.url).searchParams), 'UTC')
  if (!input) return new Response(null, { status: 400 })
  try {
    return Response.json(await countNews({ ctx, input }), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.code === 'invalid' ? 400 : 404 })
    throw error
  }
}
