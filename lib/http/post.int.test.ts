import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Packet from 'dns2/packet.js'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { judgeUrl } from '@/lib/core/webhook/url'
import { post } from './post'

// A receiver inside (it must never be reached unless it is allowed by name), and a name server whose answers each test sets.
let inside: Server
let port: number
let reached: string[] = []
let respond: (request: IncomingMessage, response: ServerResponse) => void
let dns: Socket
let answers: Record<string, string[]> = {}
const asked: string[] = []

beforeAll(async () => {
  inside = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`)
    respond(request, response)
  }).listen(0, '127.0.0.1')
  await once(inside, 'listening')
  port = (inside.address() as AddressInfo).port
  dns = createSocket('udp4').bind(0, '127.0.0.1')
  await once(dns, 'listening')
  process.env['DNS_SERVERS'] = `127.0.0.1:${dns.address().port}`
  dns.on('message', (message, from) => {
    const [question] = Packet.parse(message).questions
    const six = question!.type === 28
    asked.push(`${question!.name} ${six ? 'AAAA' : 'A'}`)
    const name = question!.name
    // `name#2` is the answer to the second question of its type.
    const nth = asked.filter((a) => a === asked.at(-1)).length
    const found = (answers[`${name}#${nth}`] ?? answers[name] ?? []).filter((a) => a.includes(':') === six)
    const reply = new Packet({ id: message.readUInt16BE(0), qr: 1, rd: 1, ra: 1 })
    reply.questions = [question!]
    for (const address of found) reply.answers.push({ name, type: question!.type, class: 1, ttl: 0, address } as never)
    dns.send(reply.toBuffer(), from.port, from.address)
  })
})
afterAll(() => {
  inside.close()
  inside.closeAllConnections()
  dns.close()
})
beforeEach(() => {
  reached = []
  answers = {}
  asked.length = 0
  respond = (_request, response) => response.end('taken')
})

/** As a try does it: judged, then called. */
async function call(text: string, { allow = [] as string[], timeoutMs = 3000 } = {}) {
  const judged = judgeUrl(text, allow)
  if ('problem' in judged) return { problem: { key: 'url', params: { why: judged.problem } } }
  return post({ ...judged, headers: { 'content-type': 'application/json' }, body: '{"a":1}', timeoutMs })
}
/** Past the judgement of the form: what the socket itself refuses. */
const straight = (text: string) => post({ url: new URL(text), allowed: false, headers: {}, body: '', timeoutMs: 3000 })

it('SSRF: a literal private address is refused by its form, and once more at the socket', async () => {
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '0.0.0.0', '100.64.0.1', '[64:ff9b::7f00:1]', '224.0.0.1']) {
    expect(await call(`https://${host}:${port}/`)).toMatchObject({ problem: { key: 'url' } })
    expect(await straight(`http://${host}:${port}/`)).toMatchObject({ problem: { key: 'address' } })
  }
  expect(reached).toEqual([])
})

it.each([
  ['a private address', ['127.0.0.1']],
  ['the metadata service', ['169.254.169.254']],
  ["Azure's", ['168.63.129.16']],
  ['loopback v6', ['::1']],
  ['an IPv4-mapped address', ['::ffff:127.0.0.1']],
  ['an IPv4-compatible address', ['::7f00:1']],
  ['a public and a private address', ['93.184.216.34', '10.0.0.1']],
  ['a public v4 and a unique local v6 address', ['93.184.216.34', 'fd00::1']],
])('SSRF: a name that resolves to %s is refused', async (_what, addresses) => {
  answers['hooks.example'] = addresses
  expect(await call(`https://hooks.example:${port}/`)).toMatchObject({ problem: { key: 'address', params: { host: 'hooks.example' } } })
  expect(await straight(`http://hooks.example:${port}/`)).toMatchObject({ problem: { key: 'address' } })
  expect(reached).toEqual([])
})

it('SSRF: a name is resolved once, and the socket gets what was checked: a second, private answer (rebinding) reaches nothing', async () => {
  answers['rebind.example#1'] = ['1.1.1.1']
  answers['rebind.example'] = ['127.0.0.1']
  const answer = await post({ url: new URL(`http://rebind.example:${port}/`), allowed: false, headers: {}, body: '', timeoutMs: 700 })
  expect(['timeout', 'connect']).toContain(answer.problem?.key)
  expect(asked.sort()).toEqual(['rebind.example A', 'rebind.example AAAA'])
  expect(await straight(`http://rebind.example:${port}/`)).toMatchObject({ problem: { key: 'address', params: { address: '127.0.0.1' } } })
  expect(reached).toEqual([])
})

it('SSRF: a redirect, also to the metadata service, is not followed', async () => {
  respond = (request, response) => response.writeHead(request.url === '/' ? 307 : 200, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
  const allow = [`127.0.0.1:${port}`]
  expect(await call(`http://127.0.0.1:${port}/`, { allow })).toMatchObject({ status: 307, problem: { key: 'redirect', params: { location: 'http://169.254.169.254/latest/meta-data/' } } })
  respond = (_request, response) => response.writeHead(302, { location: '/other' }).end()
  expect(await call(`http://127.0.0.1:${port}/`, { allow })).toMatchObject({ problem: { key: 'redirect' } })
  expect(reached).toEqual(['POST /', 'POST /'])
})

it('SSRF: POSTROOM_WEBHOOK_ALLOW lets exactly its host and port through', async () => {
  const other = createServer((_request, response) => response.end('inside')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const allow = [`127.0.0.1:${port}`]
  expect(await call(`http://127.0.0.1:${port}/in`, { allow })).toMatchObject({ status: 200, body: 'taken' })
  for (const url of [`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, `https://127.0.0.1:${(other.address() as AddressInfo).port}/`, `http://localhost:${port}/`, `http://127.0.0.2:${port}/`])
    expect(await call(url, { allow })).toMatchObject({ problem: { key: 'url' } })
  other.close()
  expect(reached).toEqual(['POST /in'])
})

it('keeps the first 4 KB of an answer, whatever it is, and waits for no end of it', async () => {
  const allow = [`127.0.0.1:${port}`]
  respond = (_request, response) => {
    response.writeHead(200, { 'x-long': 'v'.repeat(900) })
    response.write(Buffer.concat([Buffer.from([0, 0xff]), Buffer.alloc(1_000_000, 'a')]))
  }
  const answer = await call(`http://127.0.0.1:${port}/`, { allow })
  expect(answer).toMatchObject({ status: 200, problem: undefined })
  expect((answer as { body: string }).body).toMatch(/^�\ufffda{4094}$/u)
  expect((answer as { headers: Record<string, string> }).headers['x-long']).toHaveLength(500)
})

it('says in a word what went wrong', async () => {
  const allow = [`127.0.0.1:${port}`, '127.0.0.1:1']
  const key = async (url: string, timeoutMs?: number) => (await call(url, { allow, ...(timeoutMs ? { timeoutMs } : {}) })).problem?.key
  expect(await key('http://127.0.0.1:1/')).toBe('connect')
  expect(await key(`https://127.0.0.1:${port}/`)).toBe('tls')
  expect(await key('https://nowhere.example/')).toBe('dns')
  respond = (request) => request.socket.destroy()
  expect(await key(`http://127.0.0.1:${port}/`)).toBe('broken')
  respond = () => {}
  expect(await key(`http://127.0.0.1:${port}/`, 300)).toBe('timeout')
  for (const [status, wanted] of [[500, 'status'], [404, 'status'], [410, 'gone'], [204, undefined], [299, undefined]] as const) {
    respond = (_request, response) => response.writeHead(status).end()
    expect(await key(`http://127.0.0.1:${port}/`)).toBe(wanted)
  }
})
