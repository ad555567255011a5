/** The address of the editor and the pages below it. */
export function rulesHref(slug: string, query: Record<string, string> = {}, below = ''): string {
  const text = new URLSearchParams(query).toString()
  return `/t/${encodeURIComponent(slug)}/rules${below}${text ? `?${text}` : ''}`
}
