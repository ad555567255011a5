import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import type { AwsRequest, AwsResponse, Service } from './contracts'
import { isForeignPage, isOwn } from './guard'
import { SES, SNS, STS } from './namespaces'
import { AwsError, jsonError, queryError } from './protocol'
import { isServiceName, scopeOf, type ServiceName } from './route'
import type { Throttle } from './throttle'

/** An S3 object of 64 MiB and what aws-chunked adds to it. */
const MAX_BODY = 65 * 1024 * 1024

export interface FrontOptions {
  services: Record<ServiceName, Service>
  region: string
  throttle: Throttle
  /** Everything below `/_local` and `/_aws`, and the page at `/`. */
  local: (request: AwsRequest) => Promise<AwsResponse>
  /** The port in use, for the check of Host. */
  port: () => number
}

/** The one HTTP server in front of all services: reads the body, finds the service, answers. */
export function createFront(options: FrontOptions): Server {
  const server = createServer((incoming, outgoing) => {
    handle(options, incoming).then(
      (response) => write(incoming, outgoing, response),
      (error: unknown) => {
        // A client that went away half-way gets no answer and needs no word in the log.
        if (incoming.destroyed && !incoming.complete) return
        if (error instanceof AwsError) return write(incoming, outgoing, plain(error.status, `${error.code}: ${error.message}`))
        log.error({ err: error }, 'local AWS: a request failed')
        write(incoming, outgoing, plain(500, 'InternalFailure'))
      },
    )
  })
  // SNS and S3 clients keep connections; a proxy's idle time must not be shorter than theirs.
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 120_000
  return server
}

async function handle(options: FrontOptions, incoming: IncomingMessage): Promise<AwsResponse> {
  const [path = '/', search = ''] = split(incoming.url ?? '/')
  const query = new URLSearchParams(search)
  const scope = scopeOf(incoming.headers, path, query)
  const method = incoming.method ?? 'GET'
  const unsigned = incoming.headers.authorization === undefined && !query.has('X-Amz-Credential')
  const isPage = path === '/' && unsigned && (method === 'GET' || method === 'HEAD') && scope.service !== 'sns'
  const isLocal = /^\/_(?:local|aws)(?:\/|$)/.test(path)
  if ((isLocal || isPage) && !isOwn(incoming, options.port())) return plain(403, 'Only pages and programs of this machine may ask here.')
  if (isForeignPage(incoming)) return plain(403, 'A web page of another origin may not call the local AWS.')

  const body = await readBody(incoming)
  const request: AwsRequest = { method, path, query, headers: incoming.headers, body, region: scope.region ?? options.region }
  if (isLocal || isPage) return options.local(request)
  if (!isServiceName(scope.service)) return unknownService(request, scope.service)
  const refused = scope.service === 'ses' ? options.throttle.refuse(request) : undefined
  return refused ?? options.services[scope.service](request)
}

/** The path stays as sent: S3 keys are read from it percent-encoded. */
function split(url: string): [string, string] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size <= MAX_BODY) chunks.push(bytes)
    else chunks.length = 0
  }
  if (size > MAX_BODY) throw new AwsError('RequestEntityTooLarge', `The local AWS takes at most ${MAX_BODY} bytes in one request.`, 413)
  return Buffer.concat(chunks)
}

/** Says so in the form that the client's protocol can read. */
function unknownService(request: AwsRequest, service: string): AwsResponse {
  const error = new AwsError(
    'UnrecognizedClientException',
    `The local AWS has no service "${service}": it has ses (API v1), s3, sns, sqs and sts.`,
  )
  const type = request.headers['content-type'] ?? ''
  return type.includes('json') ? jsonError(error, 'com.amazonaws.local') : queryError(error, namespaces[service] ?? SES)
}

const namespaces: Record<string, string> = { sns: SNS, sts: STS }

export const plain = (status: number, text: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `${text}\n`,
})

function write(incoming: IncomingMessage, outgoing: ServerResponse, response: AwsResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) return
  const headers = new Map(Object.entries(response.headers).map(([k, v]) => [k.toLowerCase(), v]))
  if (!headers.has('x-amzn-requestid')) headers.set('x-amzn-requestid', headers.get('x-amz-request-id') ?? randomUUID())
  const bodiless = response.status === 204 || response.status === 304
  if (!headers.has('content-length') && !bodiless) headers.set('content-length', String(Buffer.byteLength(response.body)))
  outgoing.writeHead(response.status, Object.fromEntries(headers))
  outgoing.end(incoming.method === 'HEAD' || bodiless ? undefined : response.body)
}
