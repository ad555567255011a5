import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { Refusal, type FieldProblem, type RefusalCode } from '@/lib/core/access/refusal'
import { Fault } from '@/lib/core/fault'
import { log } from '@/lib/log'

/** RFC 9457. `type` is `about:blank` (§4.2.1): status and `code` say all there is. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is wrong, and what to do.'),
  code: z.string().describe('The same for the same kind of problem, for programs to switch on.'),
  errors: z
    .array(z.object({ path: z.string(), message: z.string(), code: z.string().optional().describe('Which thing is wrong with it, where there are several.') }))
    .optional()
    .describe('Each field that is wrong: its path (rules.0.name) and what to do.'),
  reference: z.string().optional().describe('Stands in the log of the server beside the cause.'),
})
export type Problem = z.infer<typeof Problem>

/** The one place where a Refusal's code becomes a status. */
const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 400,
  precondition_failed: 412,
  rate_limited: 429,
  too_large: 413,
  unsupported_media: 415,
} as const satisfies Record<RefusalCode, number>

interface Extra {
  errors?: FieldProblem[]
  reference?: string
  headers?: Record<string, string>
}

export function problemResponse(status: number, code: string, detail: string, extra: Extra = {}): Response {
  const body: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Problem', status, detail, code }
  if (extra.errors?.length) body.errors = extra.errors.map((e) => ({ ...e, path: e.path.join('.') }))
  if (extra.reference) body.reference = extra.reference
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...extra.headers }
  return new Response(JSON.stringify(body), { status, headers })
}

export const unauthenticated = (): Response =>
  problemResponse(401, 'unauthenticated', 'Send a valid API key: `Authorization: Bearer <key>`.', { headers: { 'www-authenticate': 'Bearer' } })

/**
 * What a caller may know of an error: a Refusal whole, a Fault's kind, and of anything else a reference alone, with which
 * an operator finds the cause in the log.
 */
export function problemOf(error: unknown): Response {
  if (error instanceof Refusal) {
    const headers: Record<string, string> = error.retryAfter === undefined ? {} : { 'retry-after': String(error.retryAfter) }
    return problemResponse(statusOf[error.code], error.code, error.message, { errors: error.problems, headers })
  }
  const reference = randomUUID()
  log.error({ err: error, reference }, 'a request failed')
  if (error instanceof Fault && error.permanence === 'transient')
    return problemResponse(503, 'unavailable', 'A part that this call needs does not answer: try again.', { reference, headers: { 'retry-after': '5' } })
  if (error instanceof Fault)
    return problemResponse(502, 'upstream_failed', 'A part that this call needs refused it, and trying again will not help: tell the operator the reference.', { reference })
  return problemResponse(500, 'internal', 'Something went wrong on our side: tell the operator the reference.', { reference })
}
