import { rotateSecret } from '@/lib/services/webhook/rotate'
import { IdParams } from '@/lib/web/answers/page'
import { RotatedSecret } from '@/lib/web/answers/webhook'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/webhooks/{id}/rotate', {
  POST: operation({
    auth: 'tenant',
    permission: 'webhook.write',
    tag: 'webhooks',
    summary: 'A new signing secret, told this once. For 24 hours requests carry a signature by the one of before as well.',
    params: IdParams,
    response: RotatedSecret,
    handler: async ({ ctx, params }) => {
      const { secret, previousSecretUntil } = await rotateSecret({ ctx, input: params })
      return { secret, previousSecretUntil: previousSecretUntil.toISOString() }
    },
  }),
})
