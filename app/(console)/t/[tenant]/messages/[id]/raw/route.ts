import { Refusal } from '@/lib/core/access/refusal'
import { rawMessage } from '@/lib/services/message/raw'
import { requireUser, tenantContext } from '@/lib/web/session'

/** The mail as it came, as a file. Never shown by the browser, whatever it holds. */
export async function GET(_request: Request, { params }: { params: Promise<{ tenant: string; id: string }> }): Promise<Response> {
  const { tenant: slug, id } = await params
  await requireUser(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug)
  try {
    const raw = await rawMessage({ ctx, input: { id } })
    return new Response(new Uint8Array(raw), {
      headers: {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${id}.eml"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) return new Response(null, { status: 404 })
    throw error
  }
}
