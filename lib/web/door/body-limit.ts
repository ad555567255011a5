import type { IncomingMessage, ServerResponse } from 'node:http'

// Next holds a server action's body to 1 MiB, but the log-in's own routes (next-auth) read one whole, however long. So the door counts for
// every page and form; the REST API counts for itself, since some of its operations take a mail.

/** Bytes that a form may have. Next's own limit for server actions. */
export const largestForm = 1024 * 1024

const ofApi = /^\/api\/v1(\/|$|\?)/

/**
 * Sees to it that no more than `largestForm` bytes of a body are taken in. True where the announced length is too long: the caller refuses.
 * A body of no announced length is cut off at the limit, and `refuse` is called then.
 */
export function isTooLong(request: IncomingMessage, refuse: () => void): boolean {
  if (ofApi.test(request.url ?? '')) return false
  if (Number(request.headers['content-length'] ?? 0) > largestForm) return true
  if (request.headers['transfer-encoding'] === undefined) return false
  // Counted where the parser hands bytes over: a listener for 'data' would start the stream before anybody reads it.
  const push = request.push.bind(request)
  let size = 0
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    size += chunk?.length ?? 0
    if (size <= largestForm) return push(chunk, encoding)
    if (!request.destroyed) refuse()
    return false
  }
  return false
}

/** 413, and no more of the body is read: the connection cannot serve another request. */
export function refuseTooLong(request: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false
  if (!response.headersSent) response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end('This is more than a form may have, 1 MiB: send less.\n', () => request.destroy())
}
