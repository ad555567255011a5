import { readToday } from '@/lib/services/tenant/today'
import { Today } from '@/lib/web/answers/tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/today', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'tenant',
    summary: 'What needs a person now: domains, the draft, the quarantine.',
    response: Today,
    handler: async ({ ctx }) => {
      // How far the limits are is told by /usage, who asks for consent by the domain.
      const { limits: _limits, consentAsked: _consentAsked, ...today } = await readToday({ ctx })
      return today
    },
  }),
})
