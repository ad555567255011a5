import { cookies, headers } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { revokeSession, sessionSeconds, startSession, type LogInMethod } from '@/lib/services/account/login-session'
import { findPending, needsSecond } from '@/lib/services/account/second/pending'
import { authCookie, sessionSecret } from './auth'
import { clientIp } from './client-ip'
import { openToken, tokenSecret } from './token'

/** How long a log-in waits for its second step, in seconds. */
const secondSeconds = 600
// A key of its own: neither cookie is ever taken for the other.
const second = 'second step'

async function read(use: 'session' | 'second', key: string) {
  const value = (await cookies()).get((await authCookie(use)).name)?.value
  // A cookie that does not decode is somebody's invention or older than the key.
  return value ? openToken(key, { token: value }) : null
}

async function clear(use: 'session' | 'second'): Promise<void> {
  const cookie = await authCookie(use)
  const jar = await cookies()
  if (jar.get(cookie.name)) jar.set(cookie.name, '', { ...cookie.options, maxAge: 0 })
}

/** The log-in that the browser's cookie names, whether it still holds or not. */
export const currentSessionId = async (): Promise<string | undefined> => (await read('session', 'session'))?.sessionId

/** Logs in: always a session of its own, in place of whatever the browser had, so that nobody goes on with one that was planted. */
export async function openSession(userId: string, method: LogInMethod): Promise<void> {
  const [head, before] = [await headers(), await currentSessionId()]
  const sessionId = await startSession(userId, method, { ip: clientIp(head), userAgent: head.get('user-agent') ?? undefined }, before)
  const cookie = await authCookie('session')
  ;(await cookies()).set(cookie.name, await encode({ token: { sub: userId, sessionId }, secret: sessionSecret(), maxAge: sessionSeconds }), { ...cookie.options, maxAge: sessionSeconds })
  await clear('second')
}

/** Logs out: the row is revoked, so that a copy of the cookie is worth nothing, and the cookie goes. */
export async function closeSession(): Promise<void> {
  const sessionId = await currentSessionId()
  if (sessionId) await revokeSession(sessionId)
  await clear('session')
}

export type FirstStep = 'password' | 'provider'

/** After the first step: logs in, or remembers it for the second, with no session before. Gives the path to go to. */
export async function passFirstStep(userId: string, first: FirstStep, callbackUrl: string): Promise<string> {
  const needed = await needsSecond(userId)
  if (!needed) {
    await openSession(userId, first)
    return callbackUrl
  }
  const cookie = await authCookie('second')
  const value = await encode({ token: { sub: userId, first, stamp: needed.stamp }, secret: tokenSecret(second), maxAge: secondSeconds })
  ;(await cookies()).set(cookie.name, value, { ...cookie.options, maxAge: secondSeconds })
  return `/login/second?callbackUrl=${encodeURIComponent(callbackUrl)}`
}

/** Who has made a first step within the last ten minutes, by the browser's cookie. */
export async function firstStep() {
  const token = await read('second', second)
  if (!token?.sub || typeof token['stamp'] !== 'string') return undefined
  const pending = await findPending(token.sub, token['stamp'])
  return pending && { ...pending, first: token['first'] as FirstStep }
}

