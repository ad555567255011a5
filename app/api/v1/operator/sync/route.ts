import { readLook } from '@/lib/services/sync/look'
import { lastApplied, openPlan } from '@/lib/services/sync/standing'
import { Sync } from '@/lib/web/answers/sync'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/sync', {
  GET: operation({
    auth: 'operator',
    permission: 'plan.read',
    tag: 'operator',
    summary: 'What SES has as the last look found it, the plan that is open, and the last one that changed something.',
    response: Sync,
    handler: async ({ ctx }) => ({ look: await readLook({ ctx }), open: await openPlan({ ctx }), lastApplied: await lastApplied({ ctx }) }),
  }),
})
