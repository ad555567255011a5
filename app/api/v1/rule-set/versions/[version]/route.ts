import { readVersion } from '@/lib/services/rule-set/versions'
import { Version, VersionParams } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/versions/{version}', {
  GET: operation({
    auth: 'tenant',
    permission: 'rules.read',
    tag: 'rule set',
    summary: 'One version with its rules.',
    params: VersionParams,
    response: Version,
    handler: ({ ctx, params }) => readVersion({ ctx, input: params }),
  }),
})
