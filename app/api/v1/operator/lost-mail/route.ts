import { readLostMail } from '@/lib/services/platform/lost-mail'
import { LostMail } from '@/lib/web/answers/platform'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/lost-mail', {
  GET: operation({
    auth: 'operator',
    permission: 'platform.read',
    tag: 'operator',
    summary: 'The newest mail that no tenant takes, and stored mail that nothing came of: at most 50 each.',
    response: LostMail,
    handler: ({ ctx }) => readLostMail({ ctx }),
  }),
})
