import { readPlatformHealth } from '@/lib/services/platform/read-health'
import { PlatformHealth } from '@/lib/web/answers/platform'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/health', {
  GET: operation({
    auth: 'operator',
    permission: 'platform.read',
    tag: 'operator',
    summary: 'Queues, the worker, the sweep, topics and the partitions of the next month. null: there is no measurement.',
    response: PlatformHealth,
    handler: ({ ctx }) => readPlatformHealth({ ctx }),
  }),
})
