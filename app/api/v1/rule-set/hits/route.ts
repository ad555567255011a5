import { HitsSince } from '@/lib/core/inputs/rule-set'
import { ruleHits } from '@/lib/services/rule-set/hits'
import { RuleHits } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

const week = 7 * 86_400_000

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/hits', {
  GET: operation({
    auth: 'tenant',
    permission: 'rules.read',
    tag: 'rule set',
    summary: 'How often each rule matched, over the newest 20,000 messages since a moment: a week ago where none is given.',
    query: HitsSince,
    response: RuleHits,
    handler: async ({ ctx, query }) => {
      const { byRule, of, capped } = await ruleHits({ ctx, since: new Date(query.since ?? Date.now() - week) })
      return { rules: [...byRule].map(([name, hits]) => ({ name, hits })), of, capped }
    },
  }),
})
