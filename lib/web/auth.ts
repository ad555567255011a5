import type { CookieOption, NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { config } from '@/lib/config'
import { Refusal } from '@/lib/core/access/refusal'
import { database } from '@/lib/db/client'
import { revokeSession, sessionSeconds, sessionUser, startSession } from '@/lib/services/account/login-session'
import { needsSecond } from '@/lib/services/account/second/pending'
import { verifyLogin, type KnownUser } from '@/lib/services/account/verify-login'
import { log } from '@/lib/log'
import { clientIp } from './client-ip'
import { identityOf, nextAuthProviders } from './providers'
import { safePath } from './safe-path'
import { openToken, tokenSecret } from './token'

declare module 'next-auth' {
  interface Session {
    account: KnownUser | null
  }
  interface User {
    sessionId: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
  }
}

export const signInPath = '/login'

let installation: Promise<string> | undefined
/** The installation's id: cookies carry it, so that two copies on one host don't log each other out. */
async function installationId(): Promise<string> {
  const given = process.env['POSTROOM_INSTALLATION']
  if (given) return given
  installation ??= database()
    .pool.query<{ id: string }>('SELECT id FROM installation')
    .then(({ rows }) => rows[0]?.id ?? Promise.reject(new Error('The database has no installation row: run the migrations.')))
  return installation.catch((error: unknown) => {
    installation = undefined
    throw error
  })
}

/** What signs and encrypts the session cookie (JWE). */
export const sessionSecret = (): string => tokenSecret('session')

// RFC 6265bis §4.1.3.2: a __Host- cookie is secure, for this host alone and for all paths; the browser refuses any other of that name.
export async function authCookie(use: 'session' | 'csrf' | 'callback' | 'second' | 'state' | 'pkce' | 'nonce' | 'link') {
  const secure = config().url.startsWith('https:')
  const name = `${secure ? '__Host-' : ''}postroom-${await installationId()}-${use}`
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure } }
}

/** next-auth's options. Made at each request, since the settings are read then and not at build time. */
export async function authOptions(): Promise<NextAuthOptions> {
  process.env['NEXTAUTH_URL'] = config().url
  const [sessionToken, csrfToken, callbackUrl, state, pkceCodeVerifier, nonce] = await Promise.all((['session', 'csrf', 'callback', 'state', 'pkce', 'nonce'] as const).map(authCookie)) as CookieOption[]
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    jwt: { decode: (params) => openToken('session', params) },
    pages: { signIn: signInPath, error: signInPath },
    cookies: { sessionToken, csrfToken, callbackUrl, state, pkceCodeVerifier, nonce },
    // A provider that cannot be reached, or somebody who went back: the log-in page says it, the log keeps it.
    logger: { error: (code, metadata) => log.warn({ code, err: metadata instanceof Error ? metadata : metadata?.error }, 'next-auth'), warn: () => {}, debug: () => {} },
    providers: [
      ...nextAuthProviders(),
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          try {
            const input = { email: credentials?.email, password: credentials?.password }
            const head = new Headers(request.headers as Record<string, string>)
            const user = await verifyLogin({ ctx: { ip: clientIp(head) }, input })
            // For programs: this route knows no second step, so it is closed to whoever has one.
            if (await needsSecond(user.id)) throw new Refusal('forbidden', 'This account has a second step: log in by the page.')
            const { currentSessionId } = await import('./session-cookie')
            const from = { ip: clientIp(head), userAgent: head.get('user-agent') ?? undefined }
            return { id: user.id, sessionId: await startSession(user.id, 'password', from, await currentSessionId()) }
          } catch (error) {
            if (error instanceof Refusal) throw new Error(error.code)
            throw error
          }
        },
      }),
    ],
    callbacks: {
      // What a provider says never makes next-auth's own session: it goes the way of every other log-in, by its second step.
      signIn: async ({ account, profile }) => {
        if (account?.type === 'credentials') return true
        const { finishProvider } = await import('./provider-log-in')
        return finishProvider(account ? identityOf(account.provider, (profile ?? {}) as object) : undefined)
      },
      jwt: ({ token, user }) => (user?.sessionId ? { sub: user.id, sessionId: user.sessionId } : token),
      // The token alone is not enough: the row says whether this log-in still holds.
      session: async ({ session, token }) => ({ expires: session.expires, account: token.sessionId ? await sessionUser(token.sessionId) : null }),
      redirect: ({ url, baseUrl }) => baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) || '/' : url),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await revokeSession(token.sessionId)
      },
    },
  }
}
