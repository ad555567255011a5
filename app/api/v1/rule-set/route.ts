import { ruleSetOverview } from '@/lib/services/rule-set/overview'
import { slugOf } from '@/lib/services/tenant/slug-of'
import { overviewInWords, RuleSetOverview } from '@/lib/web/answers/rule-set'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set', {
  GET: operation({
    auth: 'tenant',
    permission: 'rules.read',
    tag: 'rule set',
    summary: 'The rules that bind, the draft, what stands between them, and what its author may not have meant.',
    response: RuleSetOverview,
    handler: async ({ ctx }) => {
      const slug = await slugOf(ctx)
      return overviewInWords(await ruleSetOverview({ ctx, slug }))
    },
  }),
})
