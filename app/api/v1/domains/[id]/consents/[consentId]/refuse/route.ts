import { answerConsent } from '@/lib/services/domain/consent/answer'
import { ConsentParams, ConsentRequest } from '@/lib/web/answers/domain'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}/consents/{consentId}/refuse', {
  POST: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Refuses it. It can still be granted later.',
    params: ConsentParams,
    response: ConsentRequest,
    refusals: [409],
    handler: ({ ctx, params }) => answerConsent({ ctx, input: { ...params, answer: 'refuse' } }),
  }),
})
