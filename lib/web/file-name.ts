// What a file system takes for a path, a device or something hidden, and what turns or hides text (marks.ts).
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029/\\:*?"<>|]/gu
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name from a mail as the name of a file: one safe segment of at most 150 characters, its ending kept. */
export function fileName(written: string): string {
  const name = written.replace(unsafe, '_').replace(/^[.\s]+|[.\s]+$/g, '').trim()
  if (!name) return 'file'
  const safe = devices.test(name) ? `_${name}` : name
  const chars = [...safe]
  if (chars.length <= 150) return safe
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe)?.[0] ?? ''
  return chars.slice(0, 150 - ending.length).join('') + ending
}
