import net from 'node:net'

/** A kept-alive HTTP connection that posts one body at a time: so light that the server's cost shows, on a machine that runs both. */
export interface Connection {
  post(body: Buffer): Promise<number>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/** Understands answers with a Content-Length, as the servers measured here give. */
export async function connect(url: URL): Promise<Connection> {
  const socket = net.connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const head = `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: `
  let got: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined
  const lost = (error: Error) => waiting?.reject(error)
  socket.on('error', lost)
  socket.on('close', () => lost(new Error('the server closed the connection')))
  socket.on('data', (part: Buffer) => {
    got = got.length ? Buffer.concat([got, part]) : part
    const end = got.indexOf(headEnd)
    if (end < 0) return
    const text = got.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? NaN)
    if (Number.isNaN(length)) return lost(new Error('an answer without Content-Length'))
    if (got.length < end + 4 + length) return
    got = Buffer.alloc(0)
    waiting?.resolve(Number(text.slice(9, 12)))
  })
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(Buffer.concat([Buffer.from(`${head}${body.length}\r\n\r\n`, 'latin1'), body]))
      }),
    close: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}
