import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A mail's own HTML brings a policy of its own, stricter than a page's: two policies would both hold. */
const ownPolicy = /^\/t\/[^/]+\/messages\/[^/]+\/(html|files|raw)(\/|$|\?)/

/**
 * What a page may do (CSP 3): scripts by this answer's nonce alone, and what those load; styles of ours and by nonce, style attributes, which
 * React and Base UI write; nothing from another host, no plug-in, no frame but our own, no form to elsewhere.
 * `development`: Next's refresher evaluates code, and its scripts and styles carry no nonce.
 */
export const pagePolicy = (nonce: string, development = false): string =>
  [
    `default-src 'self'`,
    development ? `script-src 'self' 'unsafe-inline' 'unsafe-eval'` : `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `frame-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** Sets the security headers of an answer, before anything writes it. Next takes the nonce from the request's policy and puts it on its scripts. */
export function secure(request: IncomingMessage, response: ServerResponse, { development = false, https = false } = {}): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('X-DNS-Prefetch-Control', 'off')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  // Never the caller's own: Next would put a nonce of the caller's choice on our scripts.
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (ownPolicy.test(request.url ?? '')) {
    // Next keeps what stands already, so the routes cannot say this themselves: a link in a mail must not tell where the mail is read.
    response.setHeader('Referrer-Policy', 'no-referrer')
    return
  }
  const policy = pagePolicy(randomBytes(16).toString('base64'), development)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Frame-Options', 'DENY')
}
