/** A JSON Schema as the OpenAPI document has it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  description?: string
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  additionalProperties?: boolean | Schema
}
export type Schemas = Readonly<Record<string, Schema>>

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** What a reference stands for. A name that the document does not have is any value. */
export const resolve = (schema: Schema, schemas: Schemas): Schema => (schema.$ref ? (schemas[nameOf(schema.$ref)] ?? {}) : schema)

/** The kind of value in a few words of JSON: `string (uuid)`, `array of Rule`, `"in" | "out"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const forms = schema.anyOf ?? schema.oneOf
  if (forms) return [...new Set(forms.map(typeOf))].join(' | ')
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ')
  const types = [schema.type ?? 'any'].flat().map((type) => (type === 'array' ? `array of ${schema.items ? typeOf(schema.items) : 'any'}` : type === 'string' && schema.format ? `string (${schema.format})` : type))
  return types.join(' | ')
}

/** Its limits, as they would be written in mathematics: `1–100 characters`, `≥ 1`. */
export function limitsOf(schema: Schema): { least?: number; most?: number; of: 'characters' | 'items' | 'value' } | undefined {
  const pairs = [
    { least: schema.minLength, most: schema.maxLength, of: 'characters' },
    { least: schema.minItems, most: schema.maxItems, of: 'items' },
    { least: schema.minimum, most: schema.maximum, of: 'value' },
  ] as const
  const found = pairs.find((p) => p.least !== undefined || (p.most !== undefined && p.most < 1e15))
  return found && { ...(found.least === undefined ? {} : { least: found.least }), ...(found.most === undefined ? {} : { most: found.most }), of: found.of }
}

const samples: Record<string, string> = {
  uuid: '01900000-0000-7000-8000-000000000000',
  'date-time': '2027-01-31T00:00:00Z',
  date: '2027-01-31',
  email: 'post@shop.example',
  uri: 'https://shop.example/hook',
}

// What a name says better than a type.
const byName: Record<string, unknown> = { name: 'shop.example', url: 'https://shop.example/hook', recipient: 'post@shop.example', mailFrom: 'buyer@people.example', subject: 'An order', to: ['post@shop.example'], limit: 20 }

const deepest = 6

/** A value that the schema allows, for people to begin from: required fields, and the optional ones that have a default. */
export function exampleOf(schema: Schema, schemas: Schemas, name = '', depth = 0): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.$ref) return exampleOf(resolve(schema, schemas), schemas, name, depth + 1)
  const form = (schema.anyOf ?? schema.oneOf)?.[0]
  if (form) return exampleOf(form, schemas, name, depth + 1)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, name, depth + 1))) as unknown
  const type = [schema.type].flat()[0]
  if (type === 'object' || schema.properties) return exampleObject(schema, schemas, depth)
  if (type === 'array') return depth > deepest || !schema.items ? [] : [exampleOf(schema.items, schemas, name, depth + 1)]
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'null') return null
  const known = byName[name]
  return (schema.format && samples[schema.format]) ?? (typeof known === 'string' ? known : 'text')
}

function exampleObject({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): unknown {
  const shown = Object.entries(properties).filter(([key, inner]) => required.includes(key) || inner.default !== undefined)
  return Object.fromEntries((depth > deepest ? [] : shown).map(([key, inner]) => [key, exampleOf(inner, schemas, key, depth + 1)]))
}
