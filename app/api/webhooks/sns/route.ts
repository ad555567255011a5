import { largestBody } from '@/lib/core/sns/verify'
import { tooLarge, type Answer } from '@/lib/pipeline/receive/receiver'
import { door } from '@/lib/web/door/process'

export const dynamic = 'force-dynamic'

/** The door for hosts that cannot run a server of their own; `lib/web/server.ts` answers this path itself. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request)
  return reply(body ? await door().receiver.receive(body) : tooLarge)
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

const reply = ({ status, body }: Answer) => new Response(body, { status, headers: { 'content-type': 'application/json' } })
