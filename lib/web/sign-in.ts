import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { Refusal, type RefusalCode } from '@/lib/core/access/refusal'
import { revokeSession, sessionSeconds, startSession } from '@/lib/services/account/login-session'
import { verifyLogin } from '@/lib/services/account/verify-login'
import { authCookie, sessionSecret } from './auth'
import { clientIp } from './client-ip'
import { safePath } from './safe-path'

export type SignInResult = { ok: true; callbackUrl: string } | { ok: false; code: RefusalCode; message: string; retryAfter?: number }

/**
 * Logs in from a server action, so that the form works before any script has loaded: verifies, makes the session row and sets the
 * cookie that next-auth reads. Next checks the action's Origin. On success the caller redirects to `callbackUrl`, a path of ours.
 */
export async function signInWithPassword(input: { email: unknown; password: unknown; callbackUrl?: unknown }): Promise<SignInResult> {
  try {
    const user = await verifyLogin({ ctx: { ip: clientIp(await headers()) }, input: { email: input.email, password: input.password } })
    const token = { sub: user.id, sessionId: await startSession(user.id) }
    const cookie = await authCookie('session')
    ;(await cookies()).set(cookie.name, await encode({ token, secret: sessionSecret(), maxAge: sessionSeconds }), { ...cookie.options, maxAge: sessionSeconds })
    return { ok: true, callbackUrl: safePath(input.callbackUrl) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, message: error.message, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }) }
  }
}

/** Logs out from a server action: the row is revoked, so that a copy of the cookie is worth nothing, and the cookie goes. */
export async function signOutCurrent(): Promise<void> {
  const jar = await cookies()
  const cookie = await authCookie('session')
  const value = jar.get(cookie.name)?.value
  // A cookie that does not decode is somebody's invention or older than the key: there is nothing to revoke.
  const token = value ? await decode({ token: value, secret: sessionSecret() }).catch(() => null) : null
  if (token?.sessionId) await revokeSession(token.sessionId)
  jar.set(cookie.name, '', { ...cookie.options, maxAge: 0 })
}
