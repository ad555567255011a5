import { config } from '@/lib/config'

/**
 * A cookie that keeps a choice of this browser for a year. Where the console has https it is bound to host and https by its name, as the
 * session's is (RFC 6265bis §4.1.3.2). No script reads it; the browser's own zone alone is written by one, so `zone` is not HttpOnly.
 */
export function choiceCookie(choice: string) {
  const secure = config().url.startsWith('https:')
  const options = { path: '/', maxAge: 31_536_000, sameSite: 'lax' as const, secure, httpOnly: choice !== 'zone' }
  return { name: `${secure ? '__Host-' : ''}postroom-${choice}`, options }
}
