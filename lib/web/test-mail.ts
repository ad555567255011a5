import { Refusal, type RefusalCode } from '@/lib/core/access/refusal'
import { noteRefusedWrite } from '@/lib/services/impersonation/refused'
import { sendTestMail } from '@/lib/services/tenant/test-mail'
import { memberContext } from './session'

/** Sends a test mail from a server action; the slug is checked against the user's own tenants. */
export async function testMailFromForm(slug: string, locale: string): Promise<{ ok: true; id: string } | { ok: false; code: RefusalCode }> {
  const { ctx, tenant } = await memberContext(slug)
  await noteRefusedWrite(ctx, 'message.replay')
  try {
    return { ok: true, id: await sendTestMail({ ctx, input: { slug: tenant.slug, locale } }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code }
  }
}
