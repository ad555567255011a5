/**
 * Text that Postgres takes: U+0000 (refused in text and jsonb) and lone surrogates (no UTF-8) become U+FFFD.
 * All that comes from a mail or an envelope passes here before it is stored.
 */
export const clean = (text: string): string => text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD')

/** The first `most` UTF-16 units, never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}
