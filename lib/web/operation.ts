import type { z } from 'zod'
import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import type { OperatorPermission, Permission } from '@/lib/core/access/matrix'

/** Whose key an operation takes: a tenant's, an operator's, or none. */
export type Auth = 'tenant' | 'operator' | 'none'
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
/** What the key must be allowed to do: checked before any field is looked at. An open operation names none. */
type PermissionOf<A extends Auth> = A extends 'tenant' ? Permission : A extends 'operator' ? OperatorPermission : undefined
type ContextOf<A extends Auth> = A extends 'tenant' ? TenantContext : A extends 'operator' ? OperatorContext : undefined

interface Call<A extends Auth, P, Q, B> {
  ctx: ContextOf<A>
  params: Parsed<P>
  query: Parsed<Q>
  body: Parsed<B>
  request: Request
}

/** What the OpenAPI document says of an operation, and what is checked before its handler runs. */
interface Described {
  auth: Auth
  summary: string
  description?: string
  tag: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The answer's schema; none for an answer without JSON. */
  response?: z.ZodType
  /** Where the answer is not JSON: its media type, or those that it may have. */
  responseType?: string | string[]
  /** Status of success, 200 where not given. */
  status?: number
  /** Bytes that the body may have. */
  maxBody?: number
  /** Statuses of refusals besides 400, 401, 403, 404, 429, 500. */
  refusals?: number[]
  /** Request fields beside Authorization and Idempotency-Key. */
  headers?: z.ZodObject
}

export interface Operation extends Described {
  permission?: Permission | OperatorPermission
  handler: (call: Call<Auth, unknown, unknown, unknown>) => Promise<unknown>
}

type Typed<A extends Auth, P, Q, B> = Omit<Described, 'auth' | 'params' | 'query' | 'body'> & {
  auth: A
  params?: P
  query?: Q
  body?: B
  /** Gives the answer: a value that becomes JSON, or a Response. Throws Refusal or Fault. */
  handler: (call: Call<A, P, Q, B>) => Promise<unknown>
} & (A extends 'none' ? { permission?: undefined } : { permission: PermissionOf<A> })

/** One method of one path of the REST API. */
export function operation<
  A extends Auth,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(typed: Typed<A, P, Q, B>): Operation {
  // The call is built from these very schemas in route.ts, so the handler gets what it declared.
  return typed as unknown as Operation
}
