import { filterNames } from '@/app/(console)/t/[tenant]/messages/search-params'

export type Query = Record<string, string | string[] | undefined>

export const tabs = ['timeline', 'authentication', 'content', 'headers', 'files', 'raw'] as const
export type TabName = (typeof tabs)[number]

export const oneOf = <T extends string>(names: readonly T[], value: string | string[] | undefined, otherwise: T): T => names.find((name) => name === value) ?? otherwise

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** A message's address. The log's filters stay in it, for the way back and to the messages beside it; what else stood in it goes. */
export function messageHref(slug: string, id: string, query: Query, change: Record<string, string> = {}): string {
  const params = new URLSearchParams()
  for (const name of [...filterNames, 'zone']) if (first(query[name])) params.set(name, first(query[name]))
  for (const [name, value] of Object.entries(change)) if (value) params.set(name, value)
  const text = params.toString()
  return `/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}${text && `?${text}`}`
}
