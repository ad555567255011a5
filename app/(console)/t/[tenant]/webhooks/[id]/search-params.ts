import { AttemptFilter } from '@/lib/core/inputs/webhook'

/** The tabs over the calls. */
export const views = ['all', 'succeeded', 'failed', 'waiting', 'undelivered'] as const
type View = (typeof views)[number]

type Query = Record<string, string | string[] | undefined>

/** Which calls are looked at, by the address; what is not right in it counts as not there. */
export function logOf(query: Query) {
  const view = views.find((v) => v === query['show']) ?? 'all'
  const cursor = AttemptFilter.shape.cursor.safeParse(query['cursor']).data
  const filter = view === 'all' ? {} : view === 'undelivered' ? { undelivered: 'true' } : { state: view }
  return { view, cursor, input: { ...filter, ...(cursor ? { cursor } : {}), limit: 25 } }
}

export function logHref(page: string, view: View, cursor?: string): string {
  const query = new URLSearchParams({ ...(view === 'all' ? {} : { show: view }), ...(cursor ? { cursor } : {}) }).toString()
  return query ? `${page}?${query}` : page
}
