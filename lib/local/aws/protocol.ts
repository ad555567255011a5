import { randomUUID } from 'node:crypto'
import { XMLBuilder } from 'fast-xml-parser'
import { log } from '@/lib/log'
import type { AwsRequest, AwsResponse, Service } from './contracts'

export type Fault = 'Sender' | 'Receiver'

/** An error that goes to the client as AWS writes it. `code` is the wire's code (SDK classes add "Exception" to some). */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly fault: Fault = 'Sender',
    /** Further members of the error shape, such as `Name` of AlreadyExists. */
    readonly detail: Record<string, string> = {},
  ) {
    super(message)
    this.name = 'AwsError'
  }
}

type Node = { [key: string]: Node | string }

/** Names that would reach Object.prototype. */
const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses a body of the AWS Query protocol. `A.member.1.B=x` gives `{A: [{B: 'x'}]}`; `A.entry.1.key=k&A.entry.1.value=v`
 * (also Name/Value) gives `{A: {k: 'v'}}`. Values are strings. An empty list is sent as `A=` and stays `''`: see `list`.
 */
export function parseQuery(body: string): Record<string, unknown> {
  const root: Node = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split('.')
    if (path.some((p) => unsafe.has(p))) continue
    let node = root
    for (const part of path.slice(0, -1)) {
      const next = node[part]
      node = typeof next === 'object' ? next : (node[part] = {})
    }
    const leaf = path.at(-1) ?? ''
    if (typeof node[leaf] !== 'object') node[leaf] = value
  }
  return Object.fromEntries(Object.entries(root).map(([k, v]) => [k, fold(v)]))
}

/** Turns `{member: {1: a, 2: b}}` into `[a, b]` and `{entry: {1: {key, value}}}` into a record, all the way down. */
function fold(node: Node | string): unknown {
  if (typeof node === 'string') return node
  const keys = Object.keys(node)
  const only = keys.length === 1 ? keys[0] : undefined
  const inner = only ? node[only] : undefined
  if (only === 'member' && typeof inner === 'object') return numbered(inner).map(fold)
  if (only === 'entry' && typeof inner === 'object') {
    const record: Record<string, unknown> = {}
    for (const entry of numbered(inner)) {
      if (typeof entry === 'string') continue
      const key = entry['key'] ?? entry['Name']
      const value = entry['value'] ?? entry['Value']
      if (typeof key === 'string' && !unsafe.has(key)) record[key] = value === undefined ? '' : fold(value)
    }
    return record
  }
  return Object.fromEntries(keys.map((k) => [k, fold(node[k] ?? '')]))
}

const numbered = (node: Node): (Node | string)[] =>
  Object.entries(node)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, v]) => v)

/** A list member of parsed input: absent and `''` (the wire's empty list) are `[]`. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false, suppressEmptyNode: true })
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A document of one root element. Arrays become `<member>` lists, `Map`s `<entry>` lists, dates ISO 8601; undefined is left out. */
function xmlDocument(root: string, namespace: string | undefined, content: Record<string, unknown>): string {
  const attributes = namespace ? { '@xmlns': namespace } : {}
  return declaration + String(builder.build({ [root]: { ...attributes, ...toXml(content) } }))
}

function toXml(content: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content)
      .filter(([, v]) => v !== undefined && v !== null)
      .map(([k, v]) => [k, value(v)]),
  )
}

function value(v: unknown): unknown {
  if (v instanceof Date) return v.toISOString()
  if (v instanceof Map) return v.size === 0 ? '' : { entry: [...v].map(([key, val]) => ({ key: value(key), value: value(val) })) }
  if (Array.isArray(v)) return v.length === 0 ? '' : { member: v.map(value) }
  if (typeof v === 'object' && v !== null) return Object.keys(v).length === 0 ? '' : toXml({ ...v })
  return escapeXml(String(v))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#xD;' }

/** Text for element content; characters that XML 1.0 (§2.2) cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"'\r]/g, (c) => entities[c] ?? c)

const xml = (status: number, requestId: string, body: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
})

/** A successful answer of the Query protocol. `result` undefined leaves the Result element out, as SNS does for void calls. */
export function queryResponse(action: string, namespace: string, result?: unknown): AwsResponse {
  const requestId = randomUUID()
  const wrapped = result === undefined ? {} : { [`${action}Result`]: result }
  return xml(200, requestId, xmlDocument(`${action}Response`, namespace, { ...wrapped, ResponseMetadata: { RequestId: requestId } }))
}

/** An error answer of the Query protocol. */
export function queryError(error: unknown, namespace: string): AwsResponse {
  const e = asAwsError(error)
  const requestId = randomUUID()
  const detail = { Type: e.fault, Code: e.code, Message: e.message, ...e.detail }
  return xml(e.status, requestId, xmlDocument('ErrorResponse', namespace, { Error: detail, RequestId: requestId }))
}

/** A successful answer of AWS JSON 1.0. */
export const jsonResponse = (result: unknown): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(result ?? {}),
})

/** An error answer of AWS JSON 1.0. `queryCode` is the code of the service's older Query protocol, which SDKs use as `err.Code`. */
export function jsonError(error: unknown, shapes: string, queryCode?: string): AwsResponse {
  const e = asAwsError(error)
  const headers: Record<string, string> = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }
  if (queryCode) headers['x-amzn-query-error'] = `${queryCode};${e.fault}`
  return { status: e.status, headers, body: JSON.stringify({ __type: `${shapes}#${e.code}`, message: e.message, ...e.detail }) }
}

/** What is no AwsError is our own fault: logged, and answered as AWS answers its own. */
export function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error
  log.error({ err: error }, 'local AWS: a request failed')
  return new AwsError(
    'InternalFailure',
    'The request processing has failed because of an unknown error, exception or failure.',
    500,
    'Receiver',
  )
}

export type Action = (input: Record<string, unknown>, request: AwsRequest) => unknown

/** A service of the Query protocol from its actions. Parameters come from the body, or from the URL where the body is empty. */
export function queryService(namespace: string, actions: Record<string, Action>): Service {
  return async (request) => {
    try {
      const body = request.body.length > 0 ? request.body.toString('utf8') : request.query.toString()
      const { Action: name, Version: _version, ...input } = parseQuery(body)
      if (typeof name !== 'string' || name === '') throw new AwsError('MissingAction', 'The request must contain the parameter Action.')
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!action) throw new AwsError('InvalidAction', `The action ${name} is not valid for this endpoint.`)
      return queryResponse(name, namespace, await action(input, request))
    } catch (error) {
      return queryError(error, namespace)
    }
  }
}
