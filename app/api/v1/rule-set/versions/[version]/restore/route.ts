import { restoreVersion } from '@/lib/services/rule-set/versions'
import { Draft, VersionParams } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { withEtag } from '@/lib/web/with-etag'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/versions/{version}/restore', {
  POST: operation({
    auth: 'tenant',
    permission: 'rules.write',
    tag: 'rule set',
    summary: "Makes a version's rules the draft. It binds nothing until it is published.",
    params: VersionParams,
    response: Draft,
    handler: async ({ ctx, params }) => withEtag(await restoreVersion({ ctx, input: params })),
  }),
})
