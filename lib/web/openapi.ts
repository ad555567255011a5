import { OpenApiGeneratorV31, OpenAPIRegistry, zodToOpenAPIRegistry, type ResponseConfig, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { Condition, Rule } from '@/lib/core/rules/rule'
import { ApiKey } from './answers/api-key'
import { Domain } from './answers/domain'
import { Message, MessageDetail, TraceStep } from './answers/message'
import { Plan } from './answers/plan'
import { conditionSchema } from './condition-schema'
import type { Method, Operation } from './operation'
import { Problem } from './problem'
import { routes } from './route'
import { webhookCalls } from './webhook-calls'

const apiBase = '/api/v1'
const security = 'apiKey'

// Schemas that get a name of their own in the document. Named here and not by `.openapi()`, which only schemas made after a global
// change to zod would have.
const named = { Problem, Rule, Condition, Message, MessageDetail, TraceStep, Domain, Plan, ApiKey }
for (const [refId, schema] of Object.entries(named)) zodToOpenAPIRegistry.add(schema, { _internal: { refId } })

const meaning: Record<number, string> = {
  400: 'A parameter, a field or the JSON is not right: `errors` names each.',
  401: 'No API key, or a wrong one.',
  403: 'The key may not do this: the detail names the scope that it lacks.',
  404: 'There is no such thing, or it is not yours.',
  409: 'It cannot be done in the present state.',
  412: 'It was changed since you read it.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
  429: 'Too many requests: wait as Retry-After says.',
  500: 'Something went wrong on our side.',
  502: 'A part that this call needs refused it.',
  503: 'A part that this call needs does not answer: try again.',
}

/** The OpenAPI 3.1 document of every route in this module graph. `url` is the server's public base. */
export function openApiDocument(url: string) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', security, {
    type: 'http',
    scheme: 'bearer',
    description: "A tenant's key (`pr_…`), or an operator's (`pro_…`) for /operator alone. The tenant is the key's. Each operation names the scope that it needs.",
  })
  for (const [path, operations] of routes)
    for (const [method, op] of Object.entries(operations) as [Method, Operation][]) registry.registerPath(describe(apiBase + path, method, op))
  registry.registerPath(health)
  for (const webhook of webhookCalls) registry.registerWebhook(webhook)
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Postroom',
      version: '1',
      description: 'Errors are RFC 9457 problems. Lists are newest first, in pages of `limit` (1 to 100). Dates are ISO 8601 in UTC.',
    },
    servers: [{ url }],
    security: [{ [security]: [] }],
  })
  const schemas = document.components?.schemas
  if (schemas?.['Condition']) schemas['Condition'] = conditionSchema
  return document
}

function describe(path: string, method: Method, op: Operation): RouteConfig {
  const open = op.auth === 'none'
  const statuses = new Set(open ? [500] : [400, 401, 403, 429, 500])
  if (op.params) statuses.add(404)
  if (op.body) for (const s of [413, 415]) statuses.add(s)
  if (method === 'POST') statuses.add(409)
  for (const s of op.refusals ?? []) statuses.add(s)
  const headers = method === 'POST' && !open ? (op.headers ?? z.object({})).extend({ 'Idempotency-Key': idempotencyKey }) : op.headers
  return {
    method: method.toLowerCase() as 'get',
    path,
    operationId: operationId(method, path),
    tags: [op.tag],
    summary: op.summary,
    ...(op.description ? { description: op.description } : {}),
    security: open ? [] : [{ [security]: op.permission ? [op.permission] : [] }],
    request: {
      ...(op.params ? { params: op.params } : {}),
      ...(op.query ? { query: op.query } : {}),
      ...(headers ? { headers } : {}),
      ...(op.body ? { body: { required: true, content: { 'application/json': { schema: op.body } } } } : {}),
    },
    responses: {
      [op.status ?? 200]: success(op),
      ...Object.fromEntries([...statuses].sort((a, b) => a - b).map((s) => [s, refused(s)])),
    },
  }
}

const idempotencyKey = z
  .string()
  .max(255)
  .optional()
  .describe('The same key with the same request gives the first answer again, for 24 hours; with another request 409.')

function success(op: Operation): ResponseConfig {
  if (op.response) return { description: 'Done.', content: { 'application/json': { schema: op.response } } }
  if (op.responseType) return { description: 'Done.', content: Object.fromEntries([op.responseType].flat().map((type) => [type, { schema: { type: 'string' } }])) }
  return { description: 'Done.' }
}

const refused = (status: number): ResponseConfig => ({
  description: meaning[status] ?? 'Refused.',
  content: { 'application/problem+json': { schema: Problem } },
})

/** `GET /api/v1/messages/{id}/raw` → `getMessagesByIdRaw`. */
function operationId(method: string, path: string): string {
  const words = path.slice(apiBase.length + 1).split(/[/.-]/).flatMap((part) => (part.startsWith('{') ? ['by', part.slice(1, -1)] : [part]))
  return method.toLowerCase() + words.map((w) => w[0]!.toUpperCase() + w.slice(1)).join('')
}

const state = { content: { 'application/json': { schema: z.looseObject({}) } } }
const health: RouteConfig = {
  method: 'get',
  path: '/api/health',
  operationId: 'getHealth',
  tags: ['service'],
  summary: 'Whether database, migrations and queue are fine.',
  security: [],
  responses: { 200: { description: 'All is fine.', ...state }, 503: { description: 'Something is not.', ...state } },
}
