import { createHash, randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { encode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { config } from '@/lib/config'
import { Refusal } from '@/lib/core/access/refusal'
import type { UserContext } from '@/lib/core/access/actor'
import type { Identity } from '@/lib/core/account/identity'
import { sessionUser } from '@/lib/services/account/login-session'
import { linkIdentity } from '@/lib/services/account/provider/link'
import { logInByProvider } from '@/lib/services/account/provider/log-in'
import { authCookie, authOptions, sessionSecret } from './auth'
import { clientIp } from './client-ip'
import { safePath } from './safe-path'
import { currentSessionId, passFirstStep } from './session-cookie'
import { openToken, tokenSecret } from './token'

const linkSeconds = 600
const link = 'link identity'

/** Notes that the log-in wants a provider linked. From a server action alone: no other site can begin it. */
export async function wishToLink({ actor, sessionId }: UserContext): Promise<void> {
  const cookie = await authCookie('link')
  const value = await encode({ token: { sub: actor.id, sessionId: sessionId ?? '' }, secret: tokenSecret(link), maxAge: linkSeconds })
  ;(await cookies()).set(cookie.name, value, { ...cookie.options, maxAge: linkSeconds })
}

/** Whose wish the browser carries, where it is still logged in by the same session. The wish is then gone. */
async function takeWish(): Promise<UserContext | undefined> {
  const [jar, cookie] = [await cookies(), await authCookie('link')]
  const value = jar.get(cookie.name)?.value
  if (!value) return undefined
  jar.set(cookie.name, '', { ...cookie.options, maxAge: 0 })
  const wish = await openToken(link, { token: value })
  const sessionId = await currentSessionId()
  if (!wish?.sub || !sessionId || wish.sessionId !== sessionId || (await sessionUser(sessionId))?.id !== wish.sub) return undefined
  return { actor: { kind: 'user', id: wish.sub }, sessionId }
}

/** What comes of a provider's answer: the path to go on to. It never opens a session past a second step. */
export async function finishProvider(identity: Identity | undefined): Promise<string> {
  const ip = clientIp(await headers())
  const ctx = ip === undefined ? {} : { ip }
  const wish = await takeWish()
  try {
    if (!identity) return wish ? '/account/log-in?done=notLinked' : '/login?done=providerFailed'
    if (wish) {
      await linkIdentity({ ctx: { ...wish, ...ctx }, identity })
      return '/account/log-in?done=linked'
    }
    const userId = await logInByProvider({ ctx, identity, locale: await getLocale() })
    const callback = (await cookies()).get((await authCookie('callback')).name)?.value ?? '/'
    const { url } = config()
    return await passFirstStep(userId, 'provider', safePath(callback.startsWith(`${url}/`) ? callback.slice(url.length) : callback))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (wish) return error.code === 'precondition_failed' ? `/account/prove?next=${encodeURIComponent('/account/log-in')}` : '/account/log-in?done=notLinked'
    return `/login?done=${error.problems[0]?.code ?? 'providerFailed'}`
  }
}

/**
 * Sends the browser to a provider: next-auth's own start, asked for from here, since a form that posts is not let go to another site by our
 * content security policy, and a link is. State, nonce and PKCE bind the answer to this browser.
 */
export async function startProvider(id: string, callbackUrl: string): Promise<Response> {
  const options = await authOptions()
  const csrfToken = randomBytes(32).toString('hex')
  const csrf = `${csrfToken}|${createHash('sha256').update(`${csrfToken}${sessionSecret()}`).digest('hex')}`
  const set: string[] = []
  let location = '/login?done=providerFailed'
  const request = { method: 'POST', query: { nextauth: ['signin', id] }, body: { csrfToken, callbackUrl: config().url + safePath(callbackUrl) }, cookies: { [options.cookies!.csrfToken!.name]: csrf }, headers: {} }
  const response = {
    status: () => response,
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? set : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') set.splice(0, set.length, ...[value].flat())
      if (name.toLowerCase() === 'location') location = String(value)
      return response
    },
    end: () => response,
    json: () => response,
    send: () => response,
  }
  await (NextAuth as unknown as (req: object, res: object, options: object) => Promise<void>)(request, response, options)
  const answer = new Headers({ location, 'cache-control': 'no-store' })
  for (const cookie of set) answer.append('set-cookie', cookie)
  return new Response(null, { status: 302, headers: answer })
}
