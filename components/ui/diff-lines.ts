export interface DiffLine {
  kind: 'added' | 'removed' | 'kept'
  text: string
}
export type DiffPart = { fold: false; lines: DiffLine[] } | { fold: true; lines: DiffLine[] }

/** Above this many cells the middle is shown as removed and added whole: a browser would wait for the table. */
const most = 4_000_000

/** The lines of `after` against `before`: longest common subsequence, what was removed before what was added. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const kept = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'kept', text }))
  const a = before.slice(head, before.length - tail)
  const b = after.slice(head, after.length - tail)
  return [...kept(before.slice(0, head)), ...middle(a, b), ...kept(before.slice(before.length - tail))]
}

function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'removed', text })
  const added = (text: string): DiffLine => ({ kind: 'added', text })
  if (a.length * b.length > most) return [...a.map(removed), ...b.map(added)]
  const width = b.length + 1
  // common[i * width + j]: how many lines a[i..] and b[j..] share.
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'kept', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(left))
      i++
    } else if (right !== undefined) {
      lines.push(added(right))
      j++
    }
  }
  return lines
}

/** Cuts out the unchanged runs that are farther than `context` lines from a change; a run of one is not worth a fold. */
export function foldKept(lines: readonly DiffLine[], context = 2): DiffPart[] {
  const near = lines.map((_, i) => lines.slice(Math.max(0, i - context), i + context + 1).some((line) => line.kind !== 'kept'))
  const parts: DiffPart[] = []
  lines.forEach((line, i) => {
    const fold = !near[i]
    const last = parts.at(-1)
    if (last?.fold === fold) last.lines.push(line)
    else parts.push({ fold, lines: [line] })
  })
  return parts.map((part) => (part.fold && part.lines.length < 2 ? { ...part, fold: false } : part))
}
