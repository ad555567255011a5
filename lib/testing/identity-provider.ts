import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Person {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

/** A small OpenID provider: discovery, authorization code with PKCE, id tokens signed by RS256, userinfo. Whoever is `next` is logged in. */
export class IdentityProvider {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly codes = new Map<string, { person: Person; challenge: string; nonce: string; redirect: string }>()
  readonly clientId = 'postroom'
  readonly clientSecret = randomBytes(16).toString('hex')
  next: Person = { sub: 'nobody' }
  /** Spoils what is signed, as a provider that lies or an attacker between would. */
  spoil: (claims: Record<string, unknown>) => Record<string, unknown> = (claims) => claims

  private constructor(private readonly server: Server) {}

  static async open(): Promise<IdentityProvider> {
    const server = createServer((request, response) => void provider.answer(request, response).catch(() => response.writeHead(500).end()))
    const provider = new IdentityProvider(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return provider
  }
  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer)
    const json = (body: unknown, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const { issuer } = this
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void json({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me`, jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: ['RS256'], response_types_supported: ['code'], subject_types_supported: ['public'] })
      case '/keys':
        return void json({ keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }] })
      case '/authorize': {
        const given = (name: string) => url.searchParams.get(name) ?? ''
        const code = randomBytes(16).toString('hex')
        this.codes.set(code, { person: this.next, challenge: given('code_challenge'), nonce: given('nonce'), redirect: given('redirect_uri') })
        const to = new URL(given('redirect_uri'))
        to.searchParams.set('code', code)
        to.searchParams.set('state', given('state'))
        return void response.writeHead(302, { location: to.href }).end()
      }
      case '/token':
        return this.token(new URLSearchParams(await textOf(request)), json)
      case '/me':
        return void json(JSON.parse(Buffer.from(request.headers.authorization?.replace('Bearer ', '') ?? '', 'base64url').toString()))
      default:
        return void json({}, 404)
    }
  }

  private token(form: URLSearchParams, json: (body: unknown, status?: number) => unknown): void {
    const code = form.get('code') ?? ''
    const found = this.codes.get(code)
    this.codes.delete(code)
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
    if (!found || found.challenge !== challenge || found.redirect !== form.get('redirect_uri')) return void json({ error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const claims = this.spoil({ iss: this.issuer, aud: this.clientId, iat: now, exp: now + 300, nonce: found.nonce, ...found.person })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${part(claims)}`
    const id_token = `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey).toString('base64url')}`
    json({ access_token: part(found.person), token_type: 'Bearer', expires_in: 300, id_token })
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
