import { exampleOf, type Schema, type Schemas } from './schema'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: Schema
}

/** One operation of the REST API as a page shows it. */
export interface ApiOperation {
  id: string
  /** Upper case. */
  method: string
  path: string
  tag: string
  summary: string
  description?: string
  /** The permission that a key needs; null where no key is asked for. */
  scope: string | null
  parameters: Parameter[]
  body?: Schema
  answers: { status: string; description: string; type?: string; schema?: Schema }[]
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}
interface Written {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  security?: Record<string, string[]>[]
  parameters?: (Omit<Parameter, 'required'> & { required?: boolean })[]
  requestBody?: Content
  responses?: Record<string, Content & { description: string }>
}
export interface ApiDocument {
  paths: Record<string, Record<string, Written>>
  components: { schemas: Schemas }
}

/** Every operation of the document in its order. */
export function operationsOf({ paths }: ApiDocument): ApiOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, op]) => {
      const body = op.requestBody?.content?.['application/json']?.schema
      return {
        id: op.operationId ?? `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        tag: op.tags?.[0] ?? '',
        summary: op.summary ?? '',
        ...(op.description ? { description: op.description } : {}),
        scope: op.security?.[0] ? (Object.values(op.security[0])[0]?.[0] ?? '') : null,
        parameters: (op.parameters ?? []).map((p) => ({ ...p, required: p.required ?? false })),
        ...(body ? { body } : {}),
        answers: Object.entries(op.responses ?? {}).map(([status, { description, content }]) => {
          const [type, of] = Object.entries(content ?? {})[0] ?? []
          return { status, description, ...(type ? { type } : {}), ...(of?.schema ? { schema: of.schema } : {}) }
        }),
      }
    }),
  )
}

/** Those that have all the words in path, method, summary or id. */
export function search(operations: readonly ApiOperation[], text: string): ApiOperation[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return operations.filter((op) => {
    const of = `${op.method} ${op.path} ${op.summary} ${op.description ?? ''} ${op.id} ${op.scope ?? ''}`.toLowerCase()
    return words.every((word) => of.includes(word))
  })
}

export const byTag = (operations: readonly ApiOperation[]): { tag: string; operations: ApiOperation[] }[] =>
  [...new Set(operations.map((op) => op.tag))].map((tag) => ({ tag, operations: operations.filter((op) => op.tag === tag) }))

/** A body to begin from, as text. */
export const exampleBody = (op: ApiOperation, schemas: Schemas): string | undefined => op.body && JSON.stringify(exampleOf(op.body, schemas), null, 2)

/** A command for the operation; the key comes from the shell's own variable. */
export function curlFor(op: ApiOperation, schemas: Schemas, base: string): string {
  const path = op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(exampleOf(op.parameters.find((p) => p.name === name)?.schema ?? {}, schemas, name)))
  const required = op.parameters.filter((p) => p.in === 'query' && p.required).map((p) => `${p.name}=${encodeURIComponent(String(exampleOf(p.schema, schemas, p.name)))}`)
  const body = exampleBody(op, schemas)
  const lines = [
    `curl${op.method === 'GET' ? '' : ` -X ${op.method}`} '${base}${path}${required.length > 0 ? `?${required.join('&')}` : ''}'`,
    ...(op.scope === null ? [] : [`-H "Authorization: Bearer $POSTROOM_API_KEY"`]),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d '${body.replaceAll("'", `'\\''`)}'`]),
  ]
  return lines.join(' \\\n  ')
}
