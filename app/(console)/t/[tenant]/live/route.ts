import { liveResponse } from '@/lib/web/live'
import { tenantContext } from '@/lib/web/session'

export const dynamic = 'force-dynamic'

/** What changes in this tenant, while a page is open. Anybody else gets the same 404 as for a tenant that is not there. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { ctx } = await tenantContext((await params).tenant, 'message.read')
  return liveResponse(request, [`t:${ctx.tenantId}:delivery`, `t:${ctx.tenantId}:domain`, `t:${ctx.tenantId}:webhook`, `t:${ctx.tenantId}:export`])
}
