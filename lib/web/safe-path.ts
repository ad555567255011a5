/**
 * A path on this origin to go on to, or `/` for anything else. A callback URL comes from the address bar: `//host`, `/\host`
 * and `https://host` would lead away (browsers read a backslash as a slash, WHATWG URL §4.4, and drop tabs and line breaks).
 */
export function safePath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 2000) return '/'
  const base = 'http://origin.invalid'
  if (!URL.canParse(value, base)) return '/'
  const url = new URL(value, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
