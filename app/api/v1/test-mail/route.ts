import { NewTestMail } from '@/lib/core/inputs/tenant'
import { sendTestMail } from '@/lib/services/tenant/test-mail'
import { slugOf } from '@/lib/services/tenant/slug-of'
import { TestMailAsked } from '@/lib/web/answers/tenant'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/test-mail', {
  POST: operation({
    auth: 'tenant',
    permission: 'message.replay',
    tag: 'tenant',
    summary: "Mails the tenant's own test address, by Amazon SES and back.",
    body: NewTestMail,
    status: 202,
    response: TestMailAsked,
    handler: async ({ ctx, body }) => {
      const slug = await slugOf(ctx)
      return { id: await sendTestMail({ ctx, input: { slug, locale: body.locale } }) }
    },
  }),
})
