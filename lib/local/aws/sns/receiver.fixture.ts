import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Post {
  headers: IncomingHttpHeaders
  body: string
  /** The envelope; empty where the body is not JSON. */
  envelope: Record<string, string>
  at: number
}

/** An HTTP endpoint that keeps what it is sent; `answer` gives the status for each, `cut` to close the connection, undefined to hang. */
export async function receive(): Promise<{
  url: string
  posts: Post[]
  answer: (post: Post) => number | 'cut' | undefined
  sockets: () => number
  /** Resolves with the first `count` posts that pass, now or later. */
  wait: (count: number, filter?: (post: Post) => boolean) => Promise<Post[]>
  close: () => Promise<void>
}> {
  const posts: Post[] = []
  const waiting = new Set<() => void>()
  const sockets = new Set<unknown>()
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (c: Buffer) => chunks.push(c))
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      let envelope: Record<string, string> = {}
      try {
        envelope = JSON.parse(body) as Record<string, string>
      } catch {
        // A raw message.
      }
      const post = { headers: req.headers, body, envelope, at: Date.now() }
      posts.push(post)
      const status = receiver.answer(post)
      if (status === 'cut') req.socket.destroy()
      else if (status !== undefined) res.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
      for (const look of waiting) look()
    })
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sns`,
    posts,
    answer: (_post: Post): number | 'cut' | undefined => 200,
    sockets: () => sockets.size,
    wait: (count: number, filter: (post: Post) => boolean = () => true) =>
      new Promise<Post[]>((resolve) => {
        const look = (): void => {
          const passed = posts.filter(filter)
          if (passed.length < count) return
          waiting.delete(look)
          resolve(passed)
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
