import { readSealing } from '@/lib/services/sealing/read'
import { SealingAnswer } from '@/lib/web/answers/sealing'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/keys', {
  GET: operation({
    auth: 'operator',
    permission: 'sealingKey.read',
    tag: 'operator',
    summary: 'The master keys by their ids, what is sealed by each, and which old one can be taken away.',
    response: SealingAnswer,
    handler: ({ ctx }) => readSealing({ ctx }),
  }),
})
