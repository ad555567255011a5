import { PlanPage } from '@/lib/core/inputs/plan'
import { createPlan } from '@/lib/services/sync/create-plan'
import { listPlans } from '@/lib/services/sync/read-plan'
import { Plan, PlanList } from '@/lib/web/answers/plan'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans', {
  GET: operation({
    auth: 'operator',
    tag: 'operator',
    summary: 'The newest sync plans.',
    query: PlanPage,
    response: PlanList,
    handler: async ({ ctx, query }) => ({ data: await listPlans({ ctx, input: query }), nextCursor: null }),
  }),
  POST: operation({
    auth: 'operator',
    tag: 'operator',
    summary: 'Makes a sync plan; waits for a running apply. Without a difference its steps are empty.',
    response: Plan,
    refusals: [502, 503],
    handler: ({ ctx }) => createPlan({ ctx }),
  }),
})
