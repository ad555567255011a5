import { listVersions } from '@/lib/services/rule-set/versions'
import { VersionList } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/versions', {
  GET: operation({
    auth: 'tenant',
    permission: 'rules.read',
    tag: 'rule set',
    summary: 'The newest hundred versions that were published, newest first.',
    response: VersionList,
    handler: async ({ ctx }) => ({ data: await listVersions({ ctx }) }),
  }),
})
