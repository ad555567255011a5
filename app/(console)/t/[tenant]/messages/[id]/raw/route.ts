import { Refusal } from '@/lib/core/access/refusal'
import { rawMessage } from '@/lib/services/message/raw'
import { rawMail } from '@/lib/web/raw-mail'
import { requireUser, tenantContext } from '@/lib/web/session'

/** The mail as it came, as a file. A stranger logs in first and comes back to the message's page. */
export async function GET(_request: Request, { params }: { params: Promise<{ tenant: string; id: string }> }): Promise<Response> {
  const { tenant: slug, id } = await params
  await requireUser(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'message.read')
  try {
    return rawMail(id, await rawMessage({ ctx, input: { id } }))
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) return new Response(null, { status: 404 })
    throw error
  }
}
