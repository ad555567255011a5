import '@/app/api/v1/openapi.json/route'
import { config } from '@/lib/config'
import { operationsOf, type ApiDocument, type ApiOperation } from '@/lib/core/api/operation'
import type { Schemas } from '@/lib/core/api/schema'
import { openApiDocument } from '@/lib/web/openapi'

interface Read {
  all: ApiOperation[]
  schemas: Schemas
  base: string
}

let read: Read | undefined

/** The API's own document; an operator's operations are for operators alone. */
export function apiFor(user: { isOperator: boolean }): { operations: ApiOperation[]; schemas: Schemas; base: string } {
  if (!read) {
    const document = openApiDocument(config().url) as unknown as ApiDocument
    read = { all: operationsOf(document).filter((op) => op.path.startsWith('/api/v1/')), schemas: document.components.schemas, base: config().url }
  }
  const { all, schemas, base } = read
  return { operations: user.isOperator ? all : all.filter((op) => !op.path.startsWith('/api/v1/operator')), schemas, base }
}
