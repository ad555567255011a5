import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { mayReadMetrics, metrics, metricsText } from '@/lib/web/metrics'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers.get('authorization'), config().metricsToken))
    return new Response('A bearer token is needed: POSTROOM_METRICS_TOKEN.\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  const text = await metricsText(database().pool)
  return new Response(text, { headers: { 'content-type': metrics().registry.contentType, 'cache-control': 'no-store' } })
}
