export interface Schema {
  [keyword: string]: unknown
}

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}

interface Content {
  [type: string]: { schema?: Schema }
}

interface ApiOperation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
  security?: unknown[]
}

/** As much of an OpenAPI 3.1 document as requests are made from and answers are held against. */
export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, Schema> }
}

export interface Target {
  method: string
  path: string
  op: ApiOperation
}

export const targetsOf = (document: ApiDocument): Target[] =>
  Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, op]) => ({ method: method.toUpperCase(), path, op })))
