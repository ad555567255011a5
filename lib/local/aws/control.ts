import { z } from 'zod'
import { getEvaluation, setEvaluation } from '@/lib/local/mx/evaluation'
import type { AwsRequest, AwsResponse, Cloud } from './contracts'
import { plain } from './front'
import { AwsError } from './protocol'
import type { createSes } from './ses/service'
import type { LocalSns } from './sns/service'
import type { Throttle } from './throttle'

const DnsChange = z.object({ name: z.string(), type: z.string(), values: z.array(z.string()) })
const rate = z.number().positive().max(10_000).nullable().optional()
const ThrottleChange = z.object({ ses: rate, send: rate }).strict()
const EvaluationChange = z.object({ evaluation: z.enum(['message', 'recipient']) })

/** Messages in one answer of `/_aws/ses`. */
const MAX_MESSAGES = 1000

export interface ControlParts {
  cloud: Cloud
  ses: ReturnType<typeof createSes>
  sns: Pick<LocalSns, 'pending'>
  throttle: Throttle
  startedAt: Date
}

type Handler = (request: AwsRequest, parts: ControlParts) => Promise<AwsResponse> | AwsResponse

const handlers: Record<string, Handler> = {
  'GET /_local/health': (_, { cloud, sns, startedAt }) =>
    json({ status: 'ok', region: cloud.region, startedAt: startedAt.toISOString(), sns: { pending: sns.pending().length } }),

  'GET /_local/dns': (_, { cloud }) => json({ records: cloud.dns.list() }),
  'PUT /_local/dns': async (request, { cloud }) => {
    const change = read(request, DnsChange)
    await cloud.dns.set(change.name, change.type, change.values)
    return json(change)
  },

  'GET /_local/throttle': (_, { throttle }) => json(throttle.limits),
  'PUT /_local/throttle': (request, { throttle }) => {
    const { ses, send } = read(request, ThrottleChange)
    throttle.limits = { ses: ses === undefined ? throttle.limits.ses : ses, send: send === undefined ? throttle.limits.send : send }
    return json(throttle.limits)
  },

  'GET /_local/evaluation': (_, { cloud }) => json({ evaluation: getEvaluation(cloud) }),
  'PUT /_local/evaluation': async (request, { cloud }) => {
    const change = read(request, EvaluationChange)
    await setEvaluation(cloud, change.evaluation)
    return json(change)
  },

  'GET /_local/verify': async (request, { ses }) => {
    const address = await ses.identities.confirmAddress(request.query.get('token') ?? '')
    return address ? plain(200, `${address} is verified.`) : plain(404, 'This link is not valid any more: call VerifyEmailIdentity again.')
  },

  'GET /_aws/ses': (request, { ses }) => {
    const after = request.query.get('after') || undefined
    const limit = Number(request.query.get('limit') || MAX_MESSAGES)
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_MESSAGES) throw bad(`limit must be a whole number from 1 to ${MAX_MESSAGES}.`)
    const found = ses.outbox.list({ after, limit })
    if (!found) throw bad('after must be the Id of a sent mail.')
    const messages = found.map((m) => ({
      Id: m.Id,
      Timestamp: m.Timestamp.toISOString(),
      Source: m.Source,
      Destinations: m.Destinations,
      RawDataBase64: m.raw.toString('base64'),
    }))
    return json({ messages })
  },
}

/** The switches and read-outs of the local AWS that AWS has not. Undefined where the path is none of them. */
export async function control(request: AwsRequest, parts: ControlParts): Promise<AwsResponse | undefined> {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const handler = handlers[`${method} ${request.path}`]
  if (!handler) {
    const others = Object.keys(handlers)
      .filter((k) => k.endsWith(` ${request.path}`))
      .map((k) => k.split(' ')[0])
    return others.length > 0 ? { ...plain(405, `Use ${others.join(' or ')}.`), headers: { allow: others.join(', ') } } : undefined
  }
  try {
    return await handler(request, parts)
  } catch (error) {
    if (!(error instanceof AwsError) || error.status >= 500) throw error
    return { ...json({ error: error.message }), status: error.status }
  }
}

const bad = (message: string) => new AwsError('InvalidParameterValue', message)

function read<T>(request: AwsRequest, schema: z.ZodType<T>): T {
  let body: unknown
  try {
    body = JSON.parse(request.body.toString('utf8'))
  } catch {
    throw bad('The body must be JSON.')
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw bad(parsed.error.issues.map((i) => `${i.path.join('.') || 'body'}: ${i.message}`).join('; '))
  return parsed.data
}

const json = (value: unknown): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  body: JSON.stringify(value),
})
