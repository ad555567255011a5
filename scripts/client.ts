// `npm run client`: the typed client of the REST API, made anew from the OpenAPI document. A test says when it is out of date.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import '@/app/api/v1/openapi.json/route'
import { clientTypes } from '@/lib/testing/api/types'
import { openApiDocument } from '@/lib/web/openapi'

writeFileSync(path.join(import.meta.dirname, '../lib/testing/api/schema.ts'), await clientTypes(openApiDocument('http://localhost:3000')))
