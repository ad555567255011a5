import { PlanPage } from '@/lib/core/inputs/plan'
import { createPlan } from '@/lib/services/sync/create-plan'
import { listPlans } from '@/lib/services/sync/read-plan'
import { Plan, PlanList } from '@/lib/web/answers/plan'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/plans', {
  GET: operation({
    auth: 'operator',
    permission: 'plan.read',
    tag: 'operator',
    summary: 'Sync plans, newest first.',
    query: PlanPage,
    response: PlanList,
    handler: ({ ctx, request }) => listPlans({ ctx, input: givenQuery(request) }),
  }),
  POST: operation({
    auth: 'operator',
    permission: 'plan.write',
    tag: 'operator',
    summary: 'Makes a sync plan; waits for a running apply. Without a difference its steps are empty.',
    response: Plan,
    refusals: [502, 503],
    handler: ({ ctx }) => createPlan({ ctx }),
  }),
})
