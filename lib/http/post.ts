import http from 'node:http'
import https from 'node:https'
import { useAgent } from 'request-filtering-agent'
import { problem, problemOfStatus, type WebhookProblem } from '@/lib/core/webhook/problem'
import { publicLookup, RefusedAddress } from './public-lookup'

// The only place from which Postroom calls an address that somebody typed in. Where the URL is not allowed by name, three things keep it out
// of the network inside: core judges the URL's form, request-filtering-agent refuses private addresses at the socket, and the look-up is
// ours, which resolves once, refuses more (lib/core/webhook/address.ts) and gives the socket what it has checked. Redirects are not followed.

interface Posted {
  url: URL
  /** Stands in POSTROOM_WEBHOOK_ALLOW: called as it is, by the machine's own resolver. */
  allowed: boolean
  headers: Record<string, string>
  body: string
  /** For all of it: look-up, connection, TLS, answer. */
  timeoutMs: number
}

export interface Answered {
  status?: number
  headers?: Record<string, string>
  /** The first 4 KB. */
  body?: string
  /** Undefined where the receiver took it. */
  problem?: WebhookProblem | undefined
}

const mostBody = 4096
const mostHeaders = 50
const longestHeader = 500

/** POSTs once. Never throws for what the other side does: that is a `problem`. */
export function post({ url, allowed, headers, body, timeoutMs }: Posted): Promise<Answered> {
  return new Promise((resolve) => {
    const agent = allowed ? new (url.protocol === 'https:' ? https : http).Agent() : useAgent(url.href, { keepAlive: false })
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      ...(allowed ? {} : { lookup: publicLookup }),
    })
    const end = (answer: Answered) => {
      clearTimeout(timer)
      request.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ problem: problem('timeout', { seconds: Math.round(timeoutMs / 1000) }) }), timeoutMs)
    request.on('error', (error) => end({ problem: problemOfError(error, url) }))
    request.on('response', (response) => {
      // The status decides: what is wrong with the rest of the answer is not the event's failure.
      const status = response.statusCode ?? 0
      const chunks: Buffer[] = []
      let size = 0
      const done = () => end({ status, headers: keptHeaders(response.rawHeaders), body: textOf(Buffer.concat(chunks)), problem: problemOfStatus(status, response.headers.location) })
      clearTimeout(timer)
      const rest = setTimeout(done, Math.min(timeoutMs, 5000))
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size >= mostBody) done()
      })
      for (const event of ['end', 'error', 'close'] as const)
        response.on(event, () => {
          clearTimeout(rest)
          done()
        })
    })
    request.end(body)
  })
}

/** PostgreSQL keeps no NUL; bytes that are no UTF-8 are shown as such. */
const textOf = (bytes: Buffer): string => bytes.subarray(0, mostBody).toString('utf8').replaceAll('\0', '�')

function keptHeaders(raw: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (let i = 0; i + 1 < raw.length && i < 2 * mostHeaders; i += 2) kept[raw[i]!.toLowerCase().slice(0, 100)] = textOf(Buffer.from(raw[i + 1]!.slice(0, longestHeader)))
  return kept
}

function problemOfError(error: Error, url: URL): WebhookProblem {
  if (error instanceof RefusedAddress) return problem('address', { host: error.host, address: error.address })
  if (/is not allowed/.test(error.message)) return problem('address', { host: url.hostname, address: url.hostname })
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  const inner = error instanceof AggregateError ? String((error.errors[0] as NodeJS.ErrnoException | undefined)?.code ?? '') : ''
  if (/^(ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT|EAI_)/.test(code)) return problem('dns', { host: url.hostname, code })
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return problem('tls', { code })
  if (/^(HPE_|ECONNRESET|EPIPE)/.test(code)) return problem('broken', { code })
  return problem('connect', { code: code || inner || error.name })
}
