import { cut } from '@/lib/core/message/clean'

// Control characters, and those that reorder or hide text: a subject must not be able to forge the sentence it is quoted in.
const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

const most = 200

/** A value from a mail as it stands in a trace: quoted, hidden characters as escapes, at most 200 characters. */
export function show(value: string): string {
  const visible = cut(value, most).replace(hidden, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)
  const short = cut(visible, most)
  return `"${short}${short.length < visible.length || value.length > most ? '…' : ''}"`
}
