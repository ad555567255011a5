import { readUsage } from '@/lib/services/limit/read'
import { Usage } from '@/lib/web/answers/usage'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/usage', {
  GET: operation({
    auth: 'tenant',
    permission: 'tenant.read',
    tag: 'tenant',
    summary: "The tenant's limits, and how much of each is used.",
    response: Usage,
    handler: ({ ctx }) => readUsage({ ctx }),
  }),
})
