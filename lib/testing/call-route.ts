import type { Handler } from '@/lib/web/route'

interface Options {
  key?: string
  params?: Record<string, string | string[]>
  body?: unknown
  headers?: Record<string, string>
}

/** For tests: one request straight to a route's handler, as Next would hand it over. */
export async function callRoute(handler: Handler, method: string, path: string, { key, params, body, headers }: Options = {}): Promise<Response> {
  const request = new Request(`http://localhost${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve(params ?? {}) })
}
