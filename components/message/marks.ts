// What a mail may hide in its text: C0 and C1 controls, line and paragraph separators, bidirectional controls
// (Unicode TR9 §2), zero-width characters. ZWJ and ZWNJ stay: emoji and several scripts need them.
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu

export type Run = { text: string } | { code: string }

/**
 * Splits text of a mail into runs to show and characters to mark, each by its code point ("U+202E").
 * With `lines`, line ends and tabs stay in the text.
 */
export function marks(text: string, { lines = false }: { lines?: boolean } = {}): Run[] {
  const source = lines ? text.replace(/\r\n?/g, '\n') : text
  const runs: Run[] = []
  let from = 0
  for (const found of source.matchAll(hidden)) {
    if (lines && (found[0] === '\n' || found[0] === '\t')) continue
    if (found.index > from) runs.push({ text: source.slice(from, found.index) })
    runs.push({ code: `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` })
    from = found.index + found[0].length
  }
  if (from < source.length) runs.push({ text: source.slice(from) })
  return runs
}
