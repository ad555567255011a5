import type { OperatorPermission, Permission } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { authenticate } from './authenticate'
import { once } from './idempotency'
import { countRequest } from './key-limit'
import type { Method, Operation } from './operation'
import { problemOf, problemResponse, unauthenticated } from './problem'
import { parseJson, readBody, usualBody } from './read-body'

// The way of each REST request: key (401) → rate (429) → path and method (404, 405) → the key's kind and permission (403) → media type (415) →
// size (413) → fields (400) → the service. The key comes before all else, so that a stranger learns nothing, not even which paths exist.

export type Handler = (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }) => Promise<Response>
type Operations = Partial<Record<Method, Operation>>
type Params = Record<string, string | string[] | undefined>

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Handlers = Record<(typeof methods)[number], Handler>

/** Every route that was made in this module graph, by path: what the OpenAPI document is generated from. */
export const routes = new Map<string, Operations>()

/**
 * Next's handlers for a path below /api/v1, such as `/messages/{id}`: one for every method, so that Next answers none of them by itself.
 * `export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages', { GET: operation({ … }) })`
 */
export function route(path: string, operations: Operations): Handlers {
  routes.set(path, operations)
  const allow = methods.filter((m) => operations[m === 'HEAD' ? 'GET' : (m as Method)] || m === 'OPTIONS').join(', ')
  const handler =
    (method: (typeof methods)[number]): Handler =>
    async (request, context) => {
      const op = method === 'OPTIONS' ? undefined : operations[method === 'HEAD' ? 'GET' : method]
      const response = await guarded(request, op?.auth === 'none', async (holder) => {
        if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
        if (!op) return problemResponse(405, 'method_not_allowed', `This path takes ${allow}.`, { headers: { allow } })
        return run(op, holder, request, path, await context.params)
      })
      return method === 'HEAD' ? new Response(null, response) : response
    }
  return Object.fromEntries(methods.map((m) => [m, handler(m)])) as Handlers
}

/** Handlers for paths that do not exist: 401 without a key, else 404. */
export function noRoute(): Handlers {
  const handler: Handler = (request) =>
    guarded(request, false, async () => problemResponse(404, 'not_found', 'There is no such path or method: see /api/v1/openapi.json.'))
  return Object.fromEntries(methods.map((m) => [m, handler])) as Handlers
}

async function guarded(request: Request, open: boolean, answer: (holder: KeyHolder | null) => Promise<Response>): Promise<Response> {
  try {
    if (open) return await answer(null)
    const holder = await authenticate(request)
    if (!holder) return unauthenticated()
    const limits = await countRequest(holder)
    const response = await answer(holder).catch(problemOf)
    for (const [name, value] of Object.entries(limits)) response.headers.set(name, value)
    return response
  } catch (error) {
    return problemOf(error)
  }
}

async function run(op: Operation, holder: KeyHolder | null, request: Request, path: string, params: Params): Promise<Response> {
  if (holder && holder.kind !== op.auth) {
    const whose = op.auth === 'operator' ? "an operator's" : "a tenant's"
    throw new Refusal('forbidden', `This call needs ${whose} API key.`)
  }
  permit(op, holder)
  const call = { ctx: holder?.ctx, params: pathParams(op, params), query: queryParams(op, request), body: undefined as unknown, request }
  const raw = request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH' ? await body(op, request) : Buffer.alloc(0)
  if (op.body) call.body = parseInput(op.body, parseJson(raw))
  const answer = async () => asResponse(op, await op.handler(call as Parameters<Operation['handler']>[0]))
  const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null
  if (key === null || !holder) return answer()
  return once(holder, key, { method: 'POST', path: new URL(request.url).pathname, body: raw }, answer)
}

/** An operation that names no permission is open to all, or it is refused. */
function permit(op: Operation, holder: KeyHolder | null): void {
  if (op.auth === 'none') return
  if (holder?.kind === 'tenant' && op.permission) return authorize(holder.ctx, op.permission as Permission)
  if (holder?.kind === 'operator' && op.permission) return authorizeOperator(holder.ctx, op.permission as OperatorPermission)
  throw new Refusal('forbidden', 'This call is not open to anybody.')
}

/** A malformed id is the id of nothing: 404, as a foreign or a missing one. */
function pathParams(op: Operation, params: Params): unknown {
  if (!op.params) return undefined
  const parsed = op.params.safeParse(params)
  if (!parsed.success) throw new Refusal('not_found', 'There is no such thing: the id in the path is not one.')
  return parsed.data
}

/** Empty parameters count as not given, as forms send them. */
function queryParams(op: Operation, request: Request): unknown {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  if (!op.query) return undefined
  const twice = given.find(([name], i) => given.findIndex(([n]) => n === name) < i)
  if (twice) throw new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: [twice[0]], message: 'stands twice' }])
  return parseInput(op.query, Object.fromEntries(given))
}

async function body(op: Operation, request: Request): Promise<Buffer> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (op.body && !/^application\/(json|[a-z0-9.-]+\+json)$/.test(type)) throw new Refusal('unsupported_media', 'Send the body as application/json.')
  return readBody(request, op.maxBody ?? usualBody)
}

function asResponse(op: Operation, answer: unknown): Response {
  if (answer instanceof Response) return answer
  const status = op.status ?? 200
  if (answer === undefined) return new Response(null, { status: op.status ?? 204, headers: { 'cache-control': 'no-store' } })
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } })
}
