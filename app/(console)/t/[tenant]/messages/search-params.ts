import { ListMessages } from '@/lib/core/inputs/message'
import { instantOf, knownZone } from '@/lib/web/zone'

/** Filters of the log, in the order in which they are shown. */
export const filterNames = ['q', 'from', 'recipient', 'disposition', 'spam', 'since', 'until'] as const
export type FilterName = (typeof filterNames)[number]
export type FilterValues = Partial<Record<FilterName, string>>

type Query = Record<string, string | string[] | undefined>

export interface LogQuery {
  /** What the address says, without what is empty. */
  values: FilterValues
  /** Zone of `since` and `until` in the address: a copied link means the same instants to every reader. */
  zone: string
  cursor?: string
  /** For the service; undefined where something is wrong. */
  input?: ListMessages
  since?: Date
  until?: Date
  problems: { name: FilterName | 'cursor'; value: string }[]
}

/** Reads the log's address. `readerZone` is taken for times where the address names no zone. */
export function readLogQuery(query: Query, readerZone: string): LogQuery {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined
  }
  const values: FilterValues = {}
  for (const name of filterNames) {
    const value = text(name)
    if (value) values[name] = value
  }
  const zone = knownZone(text('zone')) ?? readerZone
  const cursor = text('cursor')
  const since = values.since && instant(values.since, zone)
  const until = values.until && instant(values.until, zone)
  const problems: LogQuery['problems'] = []
  if (values.since && !since) problems.push({ name: 'since', value: values.since })
  if (values.until && !until) problems.push({ name: 'until', value: values.until })
  const read: LogQuery = { values, zone, problems, ...(cursor && { cursor }), ...(since && { since }), ...(until && { until }) }

  const input = { ...values, since: since ? since.toISOString() : undefined, until: until ? until.toISOString() : undefined, cursor }
  const parsed = ListMessages.safeParse(input)
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = [...filterNames, 'cursor' as const].find((n) => n === issue.path[0])
      if (name) problems.push({ name, value: name === 'cursor' ? (cursor ?? '') : (values[name] ?? '') })
    }
  return problems.length || !parsed.success ? read : { ...read, input: parsed.data }
}

/** The log's address with these filters; nothing empty stands in it, and the zone only where a time needs it. */
export function logHref(slug: string, values: FilterValues, more: { zone?: string; cursor?: string } = {}): string {
  const params = new URLSearchParams()
  for (const name of filterNames) if (values[name]) params.set(name, values[name])
  if (more.zone && (values.since || values.until)) params.set('zone', more.zone)
  if (more.cursor) params.set('cursor', more.cursor)
  const query = params.toString()
  return `/t/${encodeURIComponent(slug)}/messages${query && `?${query}`}`
}

/** Whether the address holds what a GET form sends for fields left empty, or a zone that nothing needs. */
export function isUntidy(query: Query): boolean {
  const timeless = !query['since'] && !query['until']
  return Object.entries(query).some(([name, value]) => value === '' || (name === 'zone' && timeless))
}

function instant(value: string, zone: string): Date | undefined {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    const at = new Date(value)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  return instantOf(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00` : value, zone)
}
