import { htmlForRoute } from '@/lib/web/mail-content'

// The first wall: no script, no origin, nothing loads. Links may open a window of their own, outside the sandbox.
const policy = (remote: boolean) =>
  [
    `default-src 'none'`,
    `img-src data:${remote ? ' https:' : ''}`,
    `style-src 'unsafe-inline'`,
    `font-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'self'`,
    `sandbox allow-popups allow-popups-to-escape-sandbox`,
  ].join('; ')

const look = 'html{background:#fff;color:#111;color-scheme:light}body{margin:12px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%}table{max-width:100%}'

/** A mail's HTML for the frame on its page, on white. `?remote=once` lets pictures over https load, for this answer alone. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; id: string }> }): Promise<Response> {
  const { tenant: slug, id } = await params
  const remote = new URL(request.url).searchParams.get('remote') === 'once'
  const clean = await htmlForRoute(slug, id, remote)
  if (!clean) return new Response(null, { status: 404 })
  const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>-</title><style>${look}</style></head><body>${clean.html}</body></html>`
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(remote),
      'referrer-policy': 'no-referrer',
      'x-dns-prefetch-control': 'off',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
