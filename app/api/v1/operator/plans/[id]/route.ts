import { readPlan } from '@/lib/services/sync/read-plan'
import { IdParams } from '@/lib/web/answers/page'
import { Plan } from '@/lib/web/answers/plan'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans/{id}', {
  GET: operation({
    auth: 'operator',
    permission: 'plan.read',
    tag: 'operator',
    summary: 'One sync plan, with what became of it.',
    params: IdParams,
    response: Plan,
    handler: ({ ctx, params }) => readPlan({ ctx, input: params }),
  }),
})
