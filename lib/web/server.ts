import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { accessOf } from '@/lib/core/access/pages'
import { log } from '@/lib/log'
import type { Receiver } from '@/lib/pipeline/receive/receiver'
import { isTooLong, refuseTooLong } from './door/body-limit'
import { isCrossSite } from './door/cross-site'
import { answerPost, doorPath } from './door/post'
import { secure } from './headers'

export interface Handlers {
  receiver: Receiver
  /** Everything that is not the door's. */
  page: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Of the pages' headers: see lib/web/headers. */
  security?: { development?: boolean; https?: boolean }
  /** Where browsers find us. */
  origin: string
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>
}

export interface WebServer {
  port: number
  /** Takes no more connections, and resolves when each request was answered or `patience` milliseconds have passed. */
  stop(patience: number): Promise<void>
}

/** Listens on 127.0.0.1, and on ::1 where the machine has it. Port 0 takes a free one. Throws where the port is taken. */
export async function startServer(port: number, { receiver, page, upgrade, security, origin }: Handlers): Promise<WebServer> {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/' } = request
    secure(request, response, security)
    if (url === doorPath || url.startsWith(`${doorPath}?`)) return answerPost(receiver, request, response)
    if (url.startsWith('/api/v1') && isNextsToRefuse(url, request.method ?? '')) Object.assign(request, { method: 'GET', url: '/api/v1/unanswerable' })
    else if (!methodsOfRoutes.has(request.method ?? '')) return say(response, 405, 'This method is not used here.')
    else if (isCrossSite(request.method ?? '', url, request.headers, origin)) return refuse(request, response)
    else if (!isRegistered(url)) request.url = unregistered
    if (isTooLong(request, () => refuseTooLong(request, response))) return refuseTooLong(request, response)
    if (url.startsWith('/api/')) forgetRouter(request)
    page(request, response).catch((error: unknown) => fail(error, response))
  }
  const open = async (host: string, at: number) => {
    // Kept-alive connections outlive a proxy's (a minute, usually), so that it never posts into one that we just closed.
    // Headers come in 10 s and a whole request in 60 s, or the connection goes.
    const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 60_000 }, handle)
    if (upgrade) server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head).catch(() => socket.destroy()))
    await listen(server, host, at)
    return server
  }
  const first = await open('127.0.0.1', port)
  const taken = (first.address() as AddressInfo).port
  const servers = [first]
  try {
    servers.push(await open('::1', taken))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT' && port !== 0) {
      first.close()
      throw error
    }
  }
  return { port: taken, stop: (patience) => Promise.all(servers.map((s) => stop(s, patience))).then(() => {}) }
}

// A page of Next's that says 404 for it, since there is no such page.
const unregistered = '/404'

/** Files of the build and of `public`, and the pages of lib/core/access/pages. All else does not exist, whatever lies in `app`. */
function isRegistered(url: string): boolean {
  const path = pathOf(url)
  if (path === undefined) return false
  return path.startsWith('/_next/') || path.startsWith('/__next') || path === '/icon.svg' || accessOf(path) !== undefined
}

function pathOf(url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/)
  try {
    return decodeURI(path)
  } catch {
    return undefined
  }
}

const methodsOfRoutes = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** What Next answers by itself (308, 400, 500) before any route is asked: the API's own catch-all asks for the key first. */
function isNextsToRefuse(url: string, method: string): boolean {
  const [path = ''] = url.split('?')
  return !methodsOfRoutes.has(method) || /\/\/|\\/.test(path) || !isDecodable(path)
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Next's router marks the pages that it loads; to a marked call of the API Next would answer 307 before any route is asked. */
function forgetRouter({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (name === 'rsc' || name.startsWith('next-')) delete headers[name]
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: host === '::1' }, () => {
      server.off('error', reject)
      resolve()
    })
  })

function stop(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience)
    // A connection that was busy becomes idle with its answer, and would else be kept alive for another request.
    const sweep = setInterval(() => server.closeIdleConnections(), 25)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
  })
}

function refuse({ method, url, headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  log.warn({ method, path: pathOf(url ?? ''), origin }, "another site's form was refused")
  say(response, 403, 'This form was sent from another site. Open Postroom itself and try again.')
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${sentence}\n`)
}

function fail(error: unknown, response: ServerResponse): void {
  log.error({ err: error }, 'a page failed')
  if (response.headersSent) response.end()
  else say(response, 500, 'Something went wrong on our side: try again.')
}
