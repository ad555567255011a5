import { cancelPlan } from '@/lib/services/sync/request-apply'
import { IdParams } from '@/lib/web/answers/page'
import { Plan } from '@/lib/web/answers/plan'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans/{id}/cancel', {
  POST: operation({
    auth: 'operator',
    permission: 'plan.write',
    tag: 'operator',
    summary: 'Calls off a plan that has not switched yet.',
    params: IdParams,
    response: Plan,
    handler: ({ ctx, params }) => cancelPlan({ ctx, input: params }),
  }),
})
