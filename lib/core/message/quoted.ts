export interface Passage {
  quoted: boolean
  text: string
  lines: number
}

const shortest = 3

/** A text in passages: runs of three or more lines quoted with ">" can be folded, shorter ones stay with what is around them. */
export function passages(text: string): Passage[] {
  const out: Passage[] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const add = (quoted: boolean, part: string[]) => {
    const last = out.at(-1)
    if (last && !quoted && !last.quoted) {
      last.text += `\n${part.join('\n')}`
      last.lines += part.length
    } else out.push({ quoted, text: part.join('\n'), lines: part.length })
  }
  for (let i = 0; i < lines.length; ) {
    const isQuoted = lines[i]!.startsWith('>')
    let end = i + 1
    while (end < lines.length && lines[end]!.startsWith('>') === isQuoted) end += 1
    add(isQuoted && end - i >= shortest, lines.slice(i, end))
    i = end
  }
  return out
}
