import { largestBody } from '@/lib/core/sns/verify'
import { tooLarge, type Answer } from '@/lib/pipeline/receive/receiver'
import { door } from './process'

/** A request to the door through Next, for hosts that cannot run a server of their own; `lib/web/server.ts` answers this path itself. */
export async function answerRequest(request: Request): Promise<Response> {
  const body = await readBody(request)
  const { status, body: text }: Answer = body ? await door().receiver.receive(body) : tooLarge
  return new Response(text, { status, headers: { 'content-type': 'application/json' } })
}

async function readBody(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return undefined
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > largestBody) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
