import type { NextRequest } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { hearLive, type LiveTopic } from '@/lib/db/live'
import { sessionUser } from '@/lib/services/account/login-session'
import { tenantsOfUser } from '@/lib/services/tenant/of-user'
import { authCookie, sessionSecret } from './auth'

/** Milliseconds. Proxies close what is silent for a minute; a log-out is noticed within `recheck`. */
const usual = { beat: 20_000, recheck: 30_000, gather: 500 }

/**
 * Server-sent events (WHATWG HTML §9.2) for topics: `data` is a topic's last word (`delivery`, `domain`, `plan`), at most once in half a second
 * each; `ready` once the process hears. Only while the log-in of the request's cookie may know the topics: else, and later, the stream ends.
 */
export async function liveResponse(request: Request, topics: readonly LiveTopic[], times: Partial<typeof usual> = {}): Promise<Response> {
  const { beat, recheck, gather } = { ...usual, ...times }
  const allowed = () => mayHear(request, topics)
  if (!(await allowed())) return new Response(null, { status: 404 })
  const encoder = new TextEncoder()
  let close = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const waiting = new Map<string, NodeJS.Timeout>()
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const say = (topic: string) => {
        if (waiting.has(topic)) return
        waiting.set(
          topic,
          setTimeout(() => {
            waiting.delete(topic)
            write(`data: ${topic.split(':').at(-1)}\n\n`)
          }, gather),
        )
      }
      const timers = [
        setInterval(() => write(': still here\n\n'), beat),
        setInterval(() => void allowed().then((yes) => yes || close(), () => close()), recheck),
      ]
      const deaf = hearLive((news) => {
        if (news === 'lost') close()
        else if (news === 'back') write('event: ready\ndata: \n\n')
        else if ((topics as readonly string[]).includes(news.topic)) say(news.topic)
      })
      close = () => {
        close = () => {}
        deaf()
        timers.forEach(clearInterval)
        waiting.forEach((timer) => clearTimeout(timer))
        request.signal.removeEventListener('abort', ended)
        try {
          controller.close()
        } catch {
          // The reader has gone already.
        }
      }
      const ended = () => close()
      request.signal.addEventListener('abort', ended)
      write('retry: 2000\n: postroom\n\n')
    },
    cancel: () => close(),
  })
  // `no-transform` keeps Next from compressing, which would hold the events back; the last is nginx's word for the same.
  return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } })
}

/** The cookie's session still holds, and its user may know each of the topics. */
async function mayHear(request: Request, topics: readonly LiveTopic[]): Promise<boolean> {
  const { name } = await authCookie('session')
  const token = await getToken({ req: request as NextRequest, secret: sessionSecret(), cookieName: name }).catch(() => null)
  const user = token?.sessionId ? await sessionUser(token.sessionId) : null
  if (!user) return false
  const own = new Set((await tenantsOfUser(user.id)).map((tenant) => tenant.id))
  return topics.every((topic) => (topic === 'plan' ? user.isOperator : own.has(topic.split(':')[1]!)))
}
