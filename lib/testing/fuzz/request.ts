import { generateSync } from 'json-schema-faker'
import type { ApiDocument, Schema, Target } from './document'
import type { Random } from './random'
import { mutate, nasty } from './values'

/** Who asks. `fits`: whose operations these keys are for. */
export interface Asker {
  name: string
  key: string | undefined
  fits: 'tenant' | 'operator' | 'none'
}

/** A request as it is sent, and what it was meant to be. */
export interface Made {
  kind: 'valid' | 'nearly' | 'hostile'
  target: Target
  asker: Asker
  method: string
  /** Path and query. */
  url: string
  headers: Record<string, string>
  body: string | undefined
}

/** Ids that were seen in answers, by the part of the path that they belong to: `domains` → ids of domains. */
export type Seen = Map<string, string[]>

const oddMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY'] as const
const noBody = new Set(['GET', 'HEAD'])
const nobody = '01900000-0000-7000-8000-000000000000'

export function makeRequest(random: Random, document: ApiDocument, target: Target, askers: readonly Asker[], seen: Seen): Made {
  const kind = random.pick(['valid', 'valid', 'nearly', 'nearly', 'hostile'] as const)
  const whose = target.op.security?.length === 0 ? 'none' : target.path.startsWith('/api/v1/operator') ? 'operator' : 'tenant'
  const fitting = askers.filter((a) => a.fits === whose)
  const asker = fitting.length > 0 && (kind !== 'hostile' || random.chance(0.7)) ? random.pick(fitting) : random.pick(askers)
  const method = kind === 'hostile' && random.chance(0.15) ? random.pick(oddMethods) : target.method
  const headers: Record<string, string> = asker.key ? { authorization: `Bearer ${asker.key}` } : {}
  const body = noBody.has(method) ? undefined : bodyOf(random, document, target, kind, headers)
  if (kind === 'hostile') oddHeaders(random, headers)
  else if (target.method === 'POST' && random.chance(0.1)) headers['idempotency-key'] = `k${random.below(1_000_000)}`
  return { kind, target, asker, method, url: pathOf(random, target, kind, seen) + queryOf(random, document, target, kind), headers, body }
}

function pathOf(random: Random, { path }: Target, kind: Made['kind'], seen: Seen): string {
  const parts = path.split('/')
  return parts
    .map((part, i) => {
      if (!part.startsWith('{')) return part
      const known = seen.get(parts[i - 1] ?? '') ?? []
      if (kind !== 'hostile' && known.length > 0 && random.chance(0.8)) return random.pick(known)
      if (kind === 'valid') return part === '{version}' || part === '{part}' ? '1' : nobody
      const others = [...seen.values()].flat()
      return random.chance(0.3) && others.length > 0 ? random.pick(others) : encode(random.pick([nobody, 'x', '1', ...nasty.slice(0, 24)]))
    })
    .join('/')
}

/** Some of it so that the server has to refuse it. */
const encode = (text: string): string => {
  try {
    return encodeURIComponent(text) || 'x'
  } catch {
    return '%ED%A0%80'
  }
}

function queryOf(random: Random, document: ApiDocument, { op }: Target, kind: Made['kind']): string {
  const pairs = (op.parameters ?? [])
    .filter((p) => p.in === 'query' && (p.required || random.chance(0.25)))
    .map((p) => {
      const value = kind === 'valid' || random.chance(0.5) ? fake(random, document, p.schema) : random.pick(nasty)
      return `${p.name}=${encode(String(value))}`
    })
  if (kind !== 'valid' && random.chance(0.15)) pairs.push(`${encode(random.pick(['tenantId', 'limit', 'cursor', 'x', '__proto__']))}=${encode(random.pick(nasty))}`)
  if (kind === 'hostile' && random.chance(0.1)) pairs.push(random.pick(['%', '%zz=1', '&&&', 'a[]=1&a[b]=2', 'limit=1&limit=2']))
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function bodyOf(random: Random, document: ApiDocument, { op }: Target, kind: Made['kind'], headers: Record<string, string>): string | undefined {
  const schema = op.requestBody?.content['application/json']?.schema
  if (!schema) return kind === 'hostile' && random.chance(0.3) ? '{"tenantId":"x"}' : undefined
  headers['content-type'] = 'application/json'
  const valid = fake(random, document, schema)
  if (kind === 'valid') return JSON.stringify(valid)
  const text = JSON.stringify(mutate(random, valid)) ?? ''
  if (kind === 'nearly') return text
  return random.pick([text, text, text, text.slice(0, -1), `\uFEFF${text}`, `${text}${text}`, '', 'null', '"\\ud800"', '{"a":1,"a":2}', `[${'['.repeat(20_000)}`, `{"x":"${'y'.repeat(2_000_000)}"}`])
}

function oddHeaders(random: Random, headers: Record<string, string>): void {
  const odd: [string, string][] = [
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['accept', 'text/html'],
    ['accept-encoding', 'br;q=0, *;q=0'],
    ['idempotency-key', 'x'.repeat(300)],
    ['idempotency-key', 'a b'],
    ['if-match', '"0"'],
    ['if-match', 'W/"x", *'],
    ['x-forwarded-for', "127.0.0.1, ' OR 1=1"],
    ['x-forwarded-proto', 'javascript'],
    ['cookie', 'a=b; postroom-zone=../..'],
    ['range', 'bytes=0-1'],
    ['authorization', 'Bearer '],
    ['authorization', 'Basic cHI6cHI='],
    ['next-action', 'x'],
    ['rsc', '1'],
    ['x-http-method-override', 'DELETE'],
  ]
  for (let n = random.below(3); n > 0; n--) {
    const [name, value] = random.pick(odd)
    headers[name] = value
  }
}

/** A value that the schema allows, as far as it says. */
function fake(random: Random, document: ApiDocument, schema: Schema): unknown {
  const seed = random.below(2 ** 31)
  return generateSync({ ...schema, components: document.components } as never, { seed, optionalsProbability: 0.5, maxDefaultItems: 3, refDepthMax: 3, maxLength: 200 })
}
