import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

/** The types of the API's client, from the document as it is served. */
export async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTS(JSON.parse(JSON.stringify(document)) as OpenAPI3, { alphabetize: true })
  return `// Made by \`npm run client\` from the OpenAPI document: do not edit.\n${astToString(nodes)}`
}
