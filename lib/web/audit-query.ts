import { AuditFilter } from '@/lib/core/inputs/audit'
import { timeCursor } from '@/lib/core/inputs/operator'
import { instantOf, knownZone } from './zone'

/** Filters of the audit pages, in the order in which they are shown. */
export const auditFilters = ['actor', 'kind', 'verb', 'target', 'since', 'until'] as const
type Name = (typeof auditFilters)[number]
export type AuditValues = Partial<Record<Name, string>>

export interface AuditQuery {
  /** What the address says, without what is empty. */
  values: AuditValues
  /** Zone of `since` and `until` in the address: a copied link means the same instants to every reader. */
  zone: string
  cursor?: string
  /** For the service; undefined where something is wrong. */
  input?: AuditFilter & { cursor?: string }
  problems: { name: Name | 'cursor'; value: string }[]
}

/** Reads an audit page's address. `readerZone` is taken for times where the address names no zone. */
export function readAuditQuery(query: Record<string, string | string[] | undefined>, readerZone: string): AuditQuery {
  const text = (name: string) => [query[name]].flat()[0]?.replaceAll('\0', '').trim() || undefined
  const values: AuditValues = {}
  for (const name of auditFilters) {
    const value = text(name)
    if (value) values[name] = value
  }
  const zone = knownZone(text('zone')) ?? readerZone
  const cursor = text('cursor')
  const instant = (value: string | undefined) => value && (instantOf(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00` : value, zone)?.toISOString() ?? value)
  const input = { ...values, since: instant(values.since), until: instant(values.until) }
  const parsed = AuditFilter.safeParse(input)
  const problems: AuditQuery['problems'] = parsed.success ? [] : auditFilters.filter((name) => parsed.error.issues.some((i) => i.path[0] === name)).map((name) => ({ name, value: values[name] ?? '' }))
  if (cursor && !timeCursor.safeParse(cursor).success) problems.push({ name: 'cursor', value: cursor })
  const read: AuditQuery = { values, zone, problems, ...(cursor && { cursor }) }
  return problems.length > 0 || !parsed.success ? read : { ...read, input: { ...parsed.data, ...(cursor && { cursor }) } }
}

/** The address of an audit page, or of its export, with these filters: nothing empty stands in it, and the zone only where a time needs it. */
export function auditHref(base: string, values: AuditValues, more: { zone?: string; cursor?: string; format?: string } = {}): string {
  const params = new URLSearchParams()
  for (const name of auditFilters) if (values[name]) params.set(name, values[name])
  if (more.zone && (values.since || values.until)) params.set('zone', more.zone)
  if (more.cursor) params.set('cursor', more.cursor)
  if (more.format) params.set('format', more.format)
  const query = params.toString()
  return `${base}${query && `?${query}`}`
}
