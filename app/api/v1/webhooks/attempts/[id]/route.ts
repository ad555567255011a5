import { getAttempt } from '@/lib/services/webhook/attempt'
import { IdParams } from '@/lib/web/answers/page'
import { AttemptInFull, attemptInFullOut } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/attempts/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'webhook.read',
    tag: 'webhooks',
    summary: 'One try with what was sent and what came back.',
    params: IdParams,
    response: AttemptInFull,
    handler: async ({ ctx, params }) => attemptInFullOut(await getAttempt({ ctx, input: params })),
  }),
})
