import { LogPage } from '@/lib/core/inputs/message'
import { instantOf, knownZone } from '@/lib/web/zone'

/** Filters of the log, in the order in which they are shown. */
export const filterNames = ['q', 'from', 'recipient', 'disposition', 'spam', 'virus', 'spf', 'dkim', 'dmarc', 'direction', 'period', 'since', 'until'] as const
export type FilterName = (typeof filterNames)[number]
/** Hours before now. */
export const periods = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 } as const
export type Period = keyof typeof periods
export const isPeriod = (value: string): value is Period => Object.hasOwn(periods, value)

export type FilterValues = Partial<Record<FilterName, string>>

type Query = Record<string, string | string[] | undefined>

export interface LogQuery {
  /** What the address says, without what is empty. */
  values: FilterValues
  /** Zone of `since` and `until` in the address: a copied link means the same instants to every reader. */
  zone: string
  cursor?: string
  /** The page of newer messages that ends right above this one. */
  newer?: string
  /** For the service; undefined where something is wrong. */
  input?: LogPage
  since?: Date
  until?: Date
  problems: { name: FilterName | 'cursor' | 'newer'; value: string }[]
}

/** Reads the log's address. `readerZone` is taken for times where the address names no zone. */
export function readLogQuery(query: Query, readerZone: string, now = new Date()): LogQuery {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined
  }
  const values: FilterValues = {}
  for (const name of filterNames) {
    const value = text(name)
    if (value) values[name] = value
  }
  // Dates of one's own and a period exclude each other.
  if (values.since || values.until) delete values.period
  const zone = knownZone(text('zone')) ?? readerZone
  const [cursor, newer] = [text('cursor'), text('newer')]
  const { period, ...fields } = values
  const since = values.since && instant(values.since, zone)
  const until = values.until && instant(values.until, zone)
  const problems: LogQuery['problems'] = []
  if (values.since && !since) problems.push({ name: 'since', value: values.since })
  if (values.until && !until) problems.push({ name: 'until', value: values.until })
  if (period && !isPeriod(period)) problems.push({ name: 'period', value: period })
  const read: LogQuery = { values, zone, problems, ...(cursor && { cursor }), ...(newer && { newer }), ...(since && { since }), ...(until && { until }) }

  const start = since || (period && isPeriod(period) ? new Date(now.getTime() - periods[period] * 3_600_000) : undefined)
  const input = { ...fields, since: start ? start.toISOString() : undefined, until: until ? until.toISOString() : undefined, cursor, ...(newer && { newer }) }
  const parsed = LogPage.safeParse(input)
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = [...filterNames, 'cursor' as const, 'newer' as const].find((n) => n === issue.path[0])
      if (name) problems.push({ name, value: name === 'cursor' ? (cursor ?? '') : name === 'newer' ? (newer ?? '') : (values[name] ?? '') })
    }
  return problems.length || !parsed.success ? read : { ...read, input: parsed.data }
}

/** The log's address with these filters; nothing empty stands in it, and the zone only where a time needs it. */
export function logHref(slug: string, values: FilterValues, more: { zone?: string; cursor?: string; newer?: string; path?: string } = {}): string {
  const params = new URLSearchParams()
  for (const name of filterNames) if (values[name]) params.set(name, values[name])
  if (more.zone && (values.since || values.until)) params.set('zone', more.zone)
  if (more.cursor) params.set('cursor', more.cursor)
  if (more.newer) params.set('newer', more.newer)
  const query = params.toString()
  return `/t/${encodeURIComponent(slug)}/messages${more.path ?? ''}${query && `?${query}`}`
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
