import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { authenticate } from '@/lib/web/authenticate'
import { mayReadMetrics, metrics, metricsText } from '@/lib/web/metrics'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const allowed = mayReadMetrics(request.headers.get('authorization'), config().metricsToken) || (await authenticate(request))?.kind === 'operator'
  if (!allowed) {
    const headers = { 'content-type': 'text/plain', 'www-authenticate': 'Bearer' }
    return new Response("A bearer token is needed: POSTROOM_METRICS_TOKEN or an operator's API key.\n", { status: 401, headers })
  }
  const text = await metricsText(database().pool)
  return new Response(text, { headers: { 'content-type': metrics().registry.contentType, 'cache-control': 'no-store' } })
}
