import type { IncomingMessage, ServerResponse } from 'node:http'
import { largestBody } from '@/lib/core/sns/verify'
import { tooLarge, type Answer, type Receiver } from '@/lib/pipeline/receive/receiver'

export const doorPath = '/api/webhooks/sns'

const notAllowed: Answer = { status: 405, body: JSON.stringify({ outcome: 'method-not-allowed' }) }

/** A request to the door, straight from node:http: a route of Next costs 1 ms of CPU, this 0.04. */
export function answerPost(receiver: Receiver, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    finish(request, response, notAllowed)
    return
  }
  if (Number(request.headers['content-length'] ?? 0) > largestBody) {
    finish(request, response, tooLarge)
    return
  }
  const parts: Buffer[] = []
  let size = 0
  request.on('data', (part: Buffer) => {
    size += part.length
    if (size <= largestBody) parts.push(part)
    else if (!response.writableEnded) finish(request, response, tooLarge)
  })
  request.on('end', () => {
    if (response.writableEnded) return
    const body = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    void receiver.receive(body).then((answer) => finish(request, response, answer))
  })
  // A sender that hangs up in the middle of its body has sent nothing; 'end' does not come.
  request.on('error', () => {})
}

function finish(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  // What is left of the body is not read: the connection cannot serve another request.
  if (!request.complete) response.shouldKeepAlive = false
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
