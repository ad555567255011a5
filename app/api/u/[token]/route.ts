import { Refusal } from '@/lib/core/access/refusal'
import { stopNotice } from '@/lib/services/notice/stop'
import { clientIp } from '@/lib/web/client-ip'

interface Context {
  params: Promise<{ token: string }>
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

/** One-click unsubscribe (RFC 8058 §3.1): a mail program posts here for its reader, without cookie or log-in. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  try {
    await stopNotice({ token, ip: clientIp(request.headers) })
    return new Response('Unsubscribed.\n', { headers: plain })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response('There is no such link.\n', { status: 404, headers: plain })
  }
}

/** A person who opened the link: to the page with the button. Programs that look at links change nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return new Response(null, { status: 303, headers: { location: `/u/${encodeURIComponent(token)}`, 'cache-control': 'no-store' } })
}
