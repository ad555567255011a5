import { readDrift } from '@/lib/services/sync/drift'
import { Drift } from '@/lib/web/answers/sync'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/drift', {
  GET: operation({
    auth: 'operator',
    permission: 'plan.read',
    tag: 'operator',
    summary: 'Reads SES in this call, and says what of it is not as it should be. Waits for a running apply; stores no plan.',
    response: Drift,
    refusals: [502, 503],
    handler: ({ ctx }) => readDrift({ ctx }),
  }),
})
