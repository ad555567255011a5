import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema'

export type ApiClient = Client<paths>

/** A typed client of the REST API, as a program of a tenant or an operator would have it. `send`: in place of fetch. */
export const apiClient = (base: string, key: string, send?: (request: Request) => Promise<Response>): ApiClient =>
  createClient<paths>({ baseUrl: base, headers: { authorization: `Bearer ${key}` }, ...(send ? { fetch: send } : {}) })
