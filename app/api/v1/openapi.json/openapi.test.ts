import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Condition } from '@/lib/core/rules/rule'
import { clientTypes } from '@/lib/testing/api/types'
import { callRoute } from '@/lib/testing/call-route'
import { conditionSchema } from '@/lib/web/condition-schema'
import { GET } from './route'

interface Operation {
  operationId: string
  summary: string
  security?: unknown[]
  parameters?: { name: string; in: string; schema: unknown }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}
let document: Document
const operations = () => Object.entries(document.paths).flatMap(([url, item]) => Object.entries(item).map(([method, op]) => ({ url, method, op })))

beforeAll(async () => {
  const response = await callRoute(GET, 'GET', '/api/v1/openapi.json')
  expect(response.status).toBe(200)
  document = (await response.json()) as Document
})

it('is OpenAPI 3.1 and served without a key', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.components.securitySchemes)).toEqual(['apiKey'])
})

it('has each route file, and nothing else', async () => {
  const root = path.join(import.meta.dirname, '..')
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((f) => path.basename(f) === 'route.ts' && !f.startsWith('[['))
  const urls = files.map((f) => `/api/v1/${path.dirname(f).replaceAll(/\[(\w+)\]/g, '{$1}')}`)
  expect(Object.keys(document.paths).sort()).toEqual([...urls, '/api/health'].sort())
})

it('names every operation once', () => {
  const ids = operations().map(({ op }) => op.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(operations().filter(({ op }) => !op.summary)).toEqual([])
})

it('needs a key everywhere but for itself and health', () => {
  const open = operations().filter(({ op }) => op.security?.length === 0)
  expect(open.map(({ url }) => url).sort()).toEqual(['/api/health', '/api/v1/openapi.json'])
})

it('documents the refusals as problems', () => {
  for (const { url, method, op } of operations().filter(({ op }) => op.security?.length))
    for (const status of ['400', '401', '403', '429', '500'])
      expect([url, method, status, op.responses[status]?.content?.['application/problem+json']]).toEqual([url, method, status, { schema: { $ref: '#/components/schemas/Problem' } }])
})

it('has a path parameter for each placeholder', () => {
  for (const { url, op } of operations()) {
    const placeholders = [...url.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
    expect((op.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name)).toEqual(placeholders)
  }
})

it('refers to nothing that is missing', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!)
  expect(refs.length).toBeGreaterThan(20)
  for (const ref of refs) expect(Object.keys(document.components.schemas)).toContain(ref)
})

it('is what the typed client was made from', { timeout: 30_000 }, async () => {
  // Where this fails: npm run client
  expect(readFileSync(path.join(import.meta.dirname, '../../../../lib/testing/api/schema.ts'), 'utf8') === (await clientTypes(document))).toBe(true)
})

it('says no nullable, which OpenAPI 3.1 does not know', () => {
  expect(JSON.stringify(document)).not.toContain('"nullable"')
})

describe('the condition, written by hand since it refers to itself', () => {
  const written = z.fromJSONSchema({
    $ref: '#/$defs/Condition',
    $defs: { Condition: JSON.parse(JSON.stringify(conditionSchema).replaceAll('#/components/schemas/', '#/$defs/')) },
  })
  const leaf = { field: 'subject', op: 'contains', values: ['a'] }
  it.each([
    leaf,
    { field: 'recipient', op: 'equals', values: ['a@b.example'] },
    { field: 'header', name: 'List-Id', op: 'exists' },
    { field: 'header', name: 'List-Id', op: 'starts_with', values: ['x'] },
    { field: 'verdict.dmarc', op: 'not_equals', values: ['PASS', 'GRAY'] },
    { all: [] },
    { any: [leaf, { none: [leaf, { all: [leaf] }] }] },
    { ...leaf, values: [] },
    { ...leaf, values: [''] },
    { ...leaf, more: 1 },
    { ...leaf, field: 'body' },
    { ...leaf, op: 'matches' },
    { field: 'header', op: 'exists' },
    { field: 'header', name: 'a b', op: 'exists' },
    { field: 'subject', op: 'exists' },
    { field: 'verdict.spam', op: 'contains', values: ['PASS'] },
    { field: 'verdict.spam', op: 'equals', values: ['MAYBE'] },
    { all: [leaf], any: [] },
    { all: [{ any: [{ ...leaf, op: 'is' }] }] },
    {},
    [],
    'subject',
  ])('judges %j as the schema of the rules does', (condition) => {
    expect(written.safeParse(condition).success).toBe(Condition.safeParse(condition).success)
  })
})
