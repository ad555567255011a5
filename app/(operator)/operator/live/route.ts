import { liveResponse } from '@/lib/web/live'
import { requireOperator } from '@/lib/web/session'

export const dynamic = 'force-dynamic'

/** What changes on the platform, while a page is open. */
export async function GET(request: Request): Promise<Response> {
  await requireOperator('platform.read')
  return liveResponse(request, ['plan'])
}
