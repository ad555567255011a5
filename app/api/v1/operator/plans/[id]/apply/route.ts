import { requestApply } from '@/lib/services/sync/request-apply'
import { IdParams } from '@/lib/web/answers/page'
import { Plan } from '@/lib/web/answers/plan'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans/{id}/apply', {
  POST: operation({
    auth: 'operator',
    permission: 'plan.write',
    tag: 'operator',
    summary: 'Applies a plan. The worker does it: read the plan to see how far it is.',
    params: IdParams,
    response: Plan,
    status: 202,
    refusals: [502, 503],
    handler: ({ ctx, params }) => requestApply({ ctx, input: params }),
  }),
})
