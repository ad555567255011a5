import { Refusal } from '@/lib/core/access/refusal'
import { findTestMail } from '@/lib/services/tenant/test-mail'
import { slugOf } from '@/lib/services/tenant/slug-of'
import { IdParams } from '@/lib/web/answers/page'
import { TestMail } from '@/lib/web/answers/tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/test-mail/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'message.read',
    tag: 'tenant',
    summary: 'How a test mail fares.',
    params: IdParams,
    response: TestMail,
    handler: async ({ ctx, params }) => {
      const slug = await slugOf(ctx)
      const mail = await findTestMail({ ctx, input: { slug, id: params.id } })
      if (!mail) throw new Refusal('not_found', 'There is no such test mail.')
      return mail
    },
  }),
})
