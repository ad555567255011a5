import { may, type Permission } from '@/lib/core/access/matrix'
import { config } from '@/lib/config'

/** Something to read for each scope that reads, the most telling first. */
const readings: readonly [Permission, string][] = [
  ['message.read', '/messages?limit=1'],
  ['domain.read', '/domains'],
  ['rules.read', '/rule-set/draft'],
  ['apiKey.read', '/api-keys'],
]

/** A command that shows that a key works, with the key in it. A key that may read nothing of these asks for the document. */
export function curlOf({ key, role, scopes }: { key: string; role: string; scopes: readonly string[] | null }): string {
  const path = readings.find(([permission]) => may(role, permission) && (scopes === null || scopes.includes(permission)))?.[1] ?? '/openapi.json'
  return `curl -H 'Authorization: Bearer ${key}' '${config().url}/api/v1${path}'`
}
