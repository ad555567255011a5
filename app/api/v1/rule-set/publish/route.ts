import { publishRuleSet } from '@/lib/services/rule-set/publish'
import { Published } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/publish', {
  POST: operation({
    auth: 'tenant',
    permission: 'rules.publish',
    tag: 'rule set',
    summary: 'Makes the draft the rules that bind. An unchanged draft gives the version that stands.',
    response: Published,
    handler: ({ ctx }) => publishRuleSet({ ctx }),
  }),
})
