import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Service } from '@/lib/local/aws/contracts'

/** A loopback server in front of one service, for its own tests: port 0, bodies read whole, nothing else. */
export async function listen(service: Service, region = 'eu-west-1'): Promise<{ endpoint: string; close: () => Promise<void> }> {
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const url = new URL(req.url ?? '/', 'http://local')
      const path = (req.url ?? '/').split('?')[0] ?? '/'
      const request = {
        method: req.method ?? 'GET',
        path,
        query: url.searchParams,
        headers: req.headers,
        body: Buffer.concat(chunks),
        region,
      }
      service(request).then(
        (answer) => {
          res.writeHead(answer.status, answer.headers)
          res.end(answer.body)
        },
        (error: unknown) => res.destroy(error instanceof Error ? error : undefined),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { endpoint: `http://127.0.0.1:${port}`, close }
}
