import { readWholePlan } from '@/lib/services/sync/read-plan'
import { IdParams } from '@/lib/web/answers/page'
import { WholePlan } from '@/lib/web/answers/plan'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans/{id}/whole', {
  GET: operation({
    auth: 'operator',
    permission: 'plan.read',
    tag: 'operator',
    summary: 'A plan with what it was made from and the whole rule set that SES shall have.',
    params: IdParams,
    response: WholePlan,
    handler: ({ ctx, params }) => readWholePlan({ ctx, input: params }),
  }),
})
