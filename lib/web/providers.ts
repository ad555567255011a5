import type { OAuthConfig } from 'next-auth/providers/oauth'
import GitHub from 'next-auth/providers/github'
import { config } from '@/lib/config'
import { Identity } from '@/lib/core/account/identity'

interface LogInProvider {
  id: 'oidc' | 'google' | 'github'
  name: string
  issuer: string
}

interface Claims {
  sub?: string
  id?: number
  email?: string | null
  email_verified?: boolean | string
  name?: string | null
  login?: string
}

/** The identity providers of this installation, by its environment. */
export function logInProviders(): LogInProvider[] {
  const { oidc, google, github } = config().providers
  return [
    ...(oidc ? [{ id: 'oidc' as const, name: oidc.name, issuer: oidc.issuer.replace(/\/+$/, '') }] : []),
    ...(google ? [{ id: 'google' as const, name: 'Google', issuer: 'https://accounts.google.com' }] : []),
    ...(github ? [{ id: 'github' as const, name: 'GitHub', issuer: 'https://github.com' }] : []),
  ]
}

const httpOptions = { timeout: 10_000 }
const profile = (claims: Claims) => ({ id: String(claims.sub ?? claims.id ?? ''), email: claims.email ?? null, name: claims.name ?? null, sessionId: '' })

/** OpenID Connect by discovery, with state, nonce and PKCE; claims of the id token, completed by the userinfo endpoint where there is one. */
const openId = (id: string, name: string, issuer: string, client: { clientId: string; clientSecret: string }): OAuthConfig<Claims> => ({
  id,
  name,
  type: 'oauth',
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  httpOptions,
  ...client,
  userinfo: {
    request: async ({ client: openid, tokens }) => {
      const more = openid.issuer.metadata.userinfo_endpoint ? await openid.userinfo(tokens as never) : {}
      return { ...(tokens as unknown as { claims(): Claims }).claims(), ...more } as never
    },
  },
  profile,
})

/** GitHub knows no OpenID Connect; of its addresses the primary one counts, if it is verified. */
const gitHub = (client: { clientId: string; clientSecret: string }): OAuthConfig<Claims> => ({
  ...(GitHub(client) as unknown as OAuthConfig<Claims>),
  ...client,
  checks: ['pkce', 'state'],
  httpOptions,
  userinfo: {
    url: 'https://api.github.com/user',
    request: async ({ client: github, tokens }) => {
      const user = (await github.userinfo(tokens.access_token!)) as Claims
      const answer = await fetch('https://api.github.com/user/emails', { headers: { authorization: `Bearer ${tokens.access_token}` }, signal: AbortSignal.timeout(10_000) })
      const emails = answer.ok ? ((await answer.json()) as { email: string; primary: boolean; verified: boolean }[]) : []
      const primary = emails.find((e) => e.primary)
      return { ...user, sub: String(user.id), email: primary?.email ?? null, email_verified: primary?.verified ?? false, name: user.name ?? user.login } as never
    },
  },
  profile,
})

export function nextAuthProviders(): OAuthConfig<Claims>[] {
  const { oidc, google, github } = config().providers
  return [
    ...(oidc ? [openId('oidc', oidc.name, oidc.issuer.replace(/\/+$/, ''), oidc)] : []),
    ...(google ? [openId('google', 'Google', 'https://accounts.google.com', google)] : []),
    ...(github ? [gitHub(github)] : []),
  ]
}

/** Who a provider says that it is, from its claims; undefined where they make no sense. */
export function identityOf(providerId: string, claims: Claims): Identity | undefined {
  const provider = logInProviders().find((p) => p.id === providerId)
  if (!provider) return undefined
  const verified = claims.email_verified === true || claims.email_verified === 'true'
  const subject = claims.sub ?? (claims.id === undefined ? undefined : String(claims.id))
  const parsed = Identity.safeParse({ issuer: provider.issuer, subject, email: claims.email ?? undefined, verified: verified || undefined, name: claims.name ?? '', provider: provider.name })
  return parsed.data
}
