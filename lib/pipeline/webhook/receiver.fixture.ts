import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Taken {
  headers: IncomingHttpHeaders
  body: string
}

/** A tenant's own program, on 127.0.0.1: keeps what it got, and answers as it is told. */
export class Receiver {
  readonly taken: Taken[] = []
  respond: (taken: Taken, response: ServerResponse) => void = (_taken, response) => response.end('thanks')

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async open(): Promise<Receiver> {
    const server = createServer()
    const receiver = new Receiver(server)
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const taken = { headers: request.headers, body: Buffer.concat(chunks).toString() }
        receiver.taken.push(taken)
        receiver.respond(taken, response)
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return receiver
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  answer(status: number, body = '', headers: Record<string, string> = {}): void {
    this.respond = (_taken, response) => response.writeHead(status, headers).end(body)
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}
