import type { IncomingHttpHeaders } from 'node:http'

// Forms and server actions carry the session's cookie. SameSite=Lax keeps it from most requests of other sites, and Next compares
// Origin with Host for actions; this stands in front of both, for every path that a cookie opens (OWASP CSRF cheat sheet, Fetch Metadata).

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/** These take no cookie: a key, a signature or a token in the path speaks for the caller. */
const cookieless = /^\/api\/(v1|webhooks|u|health|metrics)(\/|$|\?)/

/**
 * Whether a request that may change something comes from another site's page. Without Origin and Sec-Fetch-Site it is no browser's,
 * and brings no cookie that it was not given. `own` is the public origin, such as `https://post.example`.
 */
export function isCrossSite(method: string, url: string, headers: IncomingHttpHeaders, own: string): boolean {
  if (safe.has(method) || cookieless.test(url)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = headers
  if (origin === undefined || origin === own) return false
  // A copy that is reached by another of its names, such as 127.0.0.1.
  return !URL.canParse(origin) || new URL(origin).host !== host
}
