import { MailFrom } from '@/lib/core/inputs/domain'
import { clearMailFrom } from '@/lib/services/domain/clear-mail-from'
import { setMailFrom } from '@/lib/services/domain/set-mail-from'
import { Domain, domainInWords } from '@/lib/web/answers/domain'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/domains/{id}/mail-from', {
  PUT: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Asks for a custom MAIL FROM domain: its two records are needed from now on, and Amazon SES is told by the check that follows.',
    params: IdParams,
    body: MailFrom,
    response: Domain,
    refusals: [409],
    handler: async ({ ctx, params, body }) => domainInWords(await setMailFrom({ ctx, input: { ...body, ...params } })),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'domain.write',
    tag: 'domains',
    summary: 'Gives the custom MAIL FROM domain up; one that was set elsewhere stays.',
    params: IdParams,
    response: Domain,
    handler: async ({ ctx, params }) => domainInWords(await clearMailFrom({ ctx, input: params })),
  }),
})
