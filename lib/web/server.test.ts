import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { largestBody } from '@/lib/core/sns/verify'
import type { Answer, Receiver } from '@/lib/pipeline/receive/receiver'
import { largestForm } from './door/body-limit'
import { startServer, type WebServer } from './server'

let server: WebServer
let received: Buffer[]
let answer: () => Promise<Answer>
const receiver: Receiver = {
  receive: (body) => {
    received.push(body)
    return answer()
  },
  drained: () => Promise.resolve(),
}
const page = async (request: http.IncomingMessage, response: http.ServerResponse) => {
  if (request.url === '/setup') throw new Error('broken')
  // As next-auth does: the whole body, however long it is.
  if (request.url === '/api/auth/callback/credentials') for await (const part of request) taken += (part as Buffer).length
  response.end(`page ${request.url}`)
}
let taken: number

beforeEach(async () => {
  received = []
  taken = 0
  answer = () => Promise.resolve({ status: 200, body: '{"outcome":"accepted"}' })
  server = await startServer(0, { receiver, page, origin: 'https://post.example' })
})
afterEach(() => server.stop(0))

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`
const headers = { 'content-type': 'text/plain; charset=UTF-8' }
const post = (body: string | Buffer, path = '/api/webhooks/sns') => fetch(at(path), { method: 'POST', body: body as BodyInit, headers })

describe('the door behind node:http', () => {
  it('hands the exact bytes over, whatever the content type, and gives the answer', async () => {
    const response = await post('{"a":"ü"}')
    expect([response.status, await response.text()]).toEqual([200, '{"outcome":"accepted"}'])
    expect((await post('x', '/api/webhooks/sns?a=b')).status).toBe(200)
    expect(received.map(String)).toEqual(['{"a":"ü"}', 'x'])
  })

  it('answers other methods 405, other paths by the pages', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'HEAD']) {
      const response = await fetch(at('/api/webhooks/sns'), { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    }
    expect(await (await fetch(at('/api/health'))).text()).toBe('page /api/health')
    expect((await fetch(at('/setup'))).status).toBe(500)
    expect(received).toEqual([])
  })

  it('takes no form of another site', async () => {
    const sent = (origin: string) => fetch(at('/login'), { method: 'POST', headers: { origin } })
    expect((await sent('https://evil.example')).status).toBe(403)
    expect((await sent('https://post.example')).status).toBe(200)
  })

  it('takes a form of 1 MiB and refuses a longer one, announced or not, without taking it in', async () => {
    const form = '/api/auth/callback/credentials'
    expect((await post(Buffer.alloc(largestForm), form)).status).toBe(200)
    expect(taken).toBe(largestForm)
    expect((await post(Buffer.alloc(2 * largestForm), form)).status).toBe(413)
    expect(taken).toBe(largestForm)
    expect(await postInChunks(largestForm, form)).toBe(200)
    taken = 0
    expect(await postInChunks(40 * largestForm, form)).toBe(413)
    expect(taken).toBeLessThanOrEqual(largestForm)
  })

  it('answers no method that no page has, and TRACE least of all', async () => {
    for (const method of ['TRACE', 'PROPFIND']) expect(await status(method, '/login')).toBe(405)
  })

  it('says with each answer what a browser may do with it, its own refusals among them', async () => {
    const answers = [await post('x'), await fetch(at('/login')), await fetch(at('/login'), { method: 'POST', headers: { origin: 'https://evil.example' } }), await fetch(at('/setup'))]
    for (const { headers: said } of answers) {
      expect(said.get('x-content-type-options')).toBe('nosniff')
      expect(said.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(said.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('knows no page that is not registered, whatever Next may have', async () => {
    for (const path of ['/api/webhooks/snsx', '/nothing', '/t/acme/nothing', '/%', '/operator/x?a=/login']) expect(await (await fetch(at(path))).text()).toBe('page /404')
    for (const path of ['/t/acme/messages?q=x', '/_next/static/a.js', '/icon.svg']) expect(await (await fetch(at(path))).text()).toBe(`page ${path}`)
  })

  it('takes the largest body and refuses a larger one, announced or not', async () => {
    expect((await post(Buffer.alloc(largestBody))).status).toBe(200)
    expect((await post(Buffer.alloc(largestBody + 1))).status).toBe(413)
    expect(await postInChunks(largestBody + 1)).toBe(413)
    expect(received.map((b) => b.length)).toEqual([largestBody])
  })

  it('a sender that hangs up in its body has sent nothing, and the next one is served', async () => {
    await new Promise<void>((resolve) => {
      const socket = net.connect(server.port, '127.0.0.1', () => {
        socket.write('POST /api/webhooks/sns HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    expect((await post('whole')).status).toBe(200)
    expect(received.map(String)).toEqual(['whole'])
  })

  it('stops only when what is under way was answered', async () => {
    let finish = (_: Answer) => {}
    let began = () => {}
    const under = new Promise<void>((resolve) => (began = resolve))
    answer = () => {
      began()
      return new Promise((resolve) => (finish = resolve))
    }
    const response = post('x')
    await under
    const stopped = server.stop(5_000)
    await expect(post('too late')).rejects.toThrow()
    finish({ status: 200, body: 'kept' })
    expect(await (await response).text()).toBe('kept')
    await stopped
  })
})

it("leads to the API's catch-all what Next would answer without asking for a key", async () => {
  const ask = (method: string, path: string) =>
    new Promise<string>((resolve, reject) => {
      const request = http.request({ port: server.port, host: '127.0.0.1', method, path }, (response) => {
        let text = ''
        response.on('data', (d: Buffer) => (text += d.toString()))
        response.on('end', () => resolve(text))
      })
      request.on('error', reject).end()
    })
  const odd = [['GET', '/api/v1//messages'], ['GET', '/api/v1/a\\b'], ['GET', '/api/v1/%zz'], ['TRACE', '/api/v1/messages'], ['PROPFIND', '/api/v1']] as const
  for (const [method, path] of odd) expect([path, await ask(method, path)]).toEqual([path, 'page /api/v1/unanswerable'])
  for (const path of ['/api/v1/messages?q=a//b', '/api/v1/messages?q=%zz', '/login?x=//y']) expect(await ask('GET', path)).toBe(`page ${path}`)
})

it("keeps the marks of Next's router from the API: it would answer with a redirect", async () => {
  const seen: Record<string, unknown>[] = []
  const marks = await startServer(0, { receiver, page: async ({ headers }, response) => void (seen.push({ ...headers }), response.end()), origin: 'https://post.example' })
  const headers = { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/', authorization: 'Bearer x' }
  for (const path of ['/api/v1/messages', '/login']) await fetch(`http://127.0.0.1:${marks.port}${path}`, { headers })
  await marks.stop(1_000)
  expect(seen.map((h) => Object.keys(headers).filter((name) => name in h))).toEqual([['authorization'], Object.keys(headers)])
})

it('a port that is taken is an error, not a silent second server', async () => {
  await expect(startServer(server.port, { receiver, page, origin: 'https://post.example' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

const status = (method: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    http.request(at(path), { method }, (response) => resolve(response.resume().statusCode)).on('error', reject).end()
  })

function postInChunks(size: number, path = '/api/webhooks/sns'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request(at(path), { method: 'POST' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    // The refusal comes before the end of what is sent, and the rest has nowhere to go.
    request.on('error', reject)
    for (let sent = 0; sent < size; sent += 65_536) request.write(Buffer.alloc(Math.min(65_536, size - sent)))
    request.end()
  })
}
