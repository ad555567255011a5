import http from 'node:http'

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  /** As it came over the line, compressed or not. */
  body: Buffer
}

/** One kept-alive connection, as a browser that has been here before; its cookies stay with it. */
export class Client {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>()

  constructor(private readonly base: string) {}

  ask(path: string, form?: Record<string, string>, encoding = 'identity'): Promise<Answer> {
    const body = form && new URLSearchParams(form).toString()
    const headers = {
      'accept-encoding': encoding,
      cookie: this.cookie,
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
    }
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.base), { agent: this.agent, method: form ? 'POST' : 'GET', headers }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [pair = ''] = line.split(';')
          this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  /** A page, whole; throws where it is no 200. */
  async page(path: string): Promise<Answer> {
    const answer = await this.ask(path, undefined, 'gzip')
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }

  /** The value of the Cookie field. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Logs in as the form does. */
  async logIn({ email, password }: { email: string; password: string }): Promise<void> {
    const { csrfToken } = JSON.parse((await this.ask('/api/auth/csrf')).body.toString()) as { csrfToken: string }
    await this.ask('/api/auth/callback/credentials', { csrfToken, email, password })
    const session = JSON.parse((await this.ask('/api/auth/session')).body.toString()) as { account: { email: string } | null }
    if (session.account?.email !== email) throw new Error(`${email} could not log in`)
  }

  close(): void {
    this.agent.destroy()
  }
}
