import { describe, expect, it } from 'vitest'
import { byTag, curlFor, exampleBody, operationsOf, search, type ApiDocument } from './operation'
import { exampleOf, limitsOf, typeOf } from './schema'

const document: ApiDocument = {
  paths: {
    '/api/v1/domains': {
      get: { operationId: 'getDomains', tags: ['domains'], summary: 'The domains.', security: [{ apiKey: ['domain.read'] }], responses: { 200: { description: 'Done.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Domain' } } } } } },
      post: {
        operationId: 'postDomains',
        tags: ['domains'],
        summary: "Claims one: it's pending.",
        security: [{ apiKey: ['domain.write'] }],
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' }, more: { type: 'string' }, on: { type: 'boolean', default: false } }, required: ['name'] } } } },
      },
    },
    '/api/v1/messages/{id}': { get: { operationId: 'getMessage', tags: ['messages'], security: [], parameters: [{ name: 'id', in: 'path', schema: { type: 'string', format: 'uuid' } }] } },
  },
  components: { schemas: { Domain: { type: 'object', properties: { self: { $ref: '#/components/schemas/Domain' } }, required: ['self'] } } },
}
const { schemas } = document.components
const operations = operationsOf(document)

it('reads each operation, with the scope that it needs', () => {
  expect(operations.map(({ id, method, scope }) => [id, method, scope])).toEqual([['getDomains', 'GET', 'domain.read'], ['postDomains', 'POST', 'domain.write'], ['getMessage', 'GET', null]])
  expect(byTag(operations).map((g) => [g.tag, g.operations.length])).toEqual([['domains', 2], ['messages', 1]])
})

it('finds by words in any order, of path, summary and scope', () => {
  expect(search(operations, ' PENDING  claims').map((o) => o.id)).toEqual(['postDomains'])
  expect(search(operations, 'domain.read').map((o) => o.id)).toEqual(['getDomains'])
  expect(search(operations, 'nothing')).toEqual([])
})

it('gives a body to begin from: what is required, and what has a default', () => {
  expect(JSON.parse(exampleBody(operations[1]!, schemas)!)).toEqual({ name: 'shop.example', on: false })
  expect(exampleBody(operations[0]!, schemas)).toBeUndefined()
})

it('writes commands that a shell reads as meant', () => {
  expect(curlFor(operations[2]!, schemas, 'http://x')).toBe(`curl 'http://x/api/v1/messages/01900000-0000-7000-8000-000000000000'`)
  expect(curlFor(operations[1]!, schemas, 'http://x')).toContain(`-H "Authorization: Bearer $POSTROOM_API_KEY" \\\n  -H 'Content-Type`)
})

describe('a schema in words', () => {
  it.each([
    [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Domain' } }, 'array of Domain'],
    [{ enum: ['in', 'out'] }, '"in" | "out"'],
    [{ anyOf: [{ type: 'integer' }, { const: 'draft' }] }, 'integer | "draft"'],
    [{}, 'any'],
  ])('%j is %s', (schema, words) => expect(typeOf(schema)).toBe(words))

  it('ends where it refers to itself', () => {
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Domain' }, schemas)).length).toBeLessThan(200)
  })

  it('names limits', () => {
    expect(limitsOf({ minLength: 1, maxLength: 100 })).toEqual({ least: 1, most: 100, of: 'characters' })
    expect(limitsOf({ type: 'integer', maximum: Number.MAX_SAFE_INTEGER })).toBeUndefined()
  })
})
