import { expect, it } from 'vitest'
import { diffLines, foldKept, type DiffLine } from './diff-lines'

const short = (lines: readonly DiffLine[]) => lines.map((l) => ({ added: '+', removed: '-', kept: ' ' })[l.kind] + l.text).join('|')

it.each([
  ['', '', ''],
  ['a b c', 'a b c', ' a| b| c'],
  ['', 'a', '+a'],
  ['a', '', '-a'],
  ['a b c', 'a x c', ' a|-b|+x| c'],
  ['a b c d', 'b c d e', '-a| b| c| d|+e'],
  ['a a', 'a a a', ' a| a|+a'],
  ['x a y b', 'a b', '-x| a|-y| b'],
])('%j against %j', (before, after, expected) => {
  const words = (text: string) => text.split(' ').filter(Boolean)
  expect(short(diffLines(words(before), words(after)))).toBe(expected)
})

it('rebuilds both sides', () => {
  let seed = 7
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) % 5
  for (let round = 0; round < 50; round++) {
    const [a, b] = [0, 1].map(() => Array.from({ length: random() * 4 }, () => String(random()))) as [string[], string[]]
    const lines = diffLines(a, b)
    expect(lines.filter((l) => l.kind !== 'added').map((l) => l.text)).toEqual(a)
    expect(lines.filter((l) => l.kind !== 'removed').map((l) => l.text)).toEqual(b)
  }
})

it('does not hang on two large texts without a common line', () => {
  const lines = diffLines(Array.from({ length: 5000 }, (_, i) => `a${i}`), Array.from({ length: 5000 }, (_, i) => `b${i}`))
  expect(lines).toHaveLength(10_000)
})

it('folds what is far from a change, and says nothing twice', () => {
  const before = Array.from({ length: 20 }, (_, i) => `line ${i}`)
  const after = before.map((line, i) => (i === 10 ? 'changed' : line))
  const parts = foldKept(diffLines(before, after))
  expect(parts.map((p) => [p.fold, p.lines.length])).toEqual([[true, 8], [false, 6], [true, 7]])
  expect(parts.flatMap((p) => p.lines)).toHaveLength(21)
})

it('leaves a single unchanged line open', () => {
  const parts = foldKept(diffLines(['x', 'a', 'b', 'c', 'd', 'e', 'x'], ['y', 'a', 'b', 'c', 'd', 'e', 'y']))
  expect(parts.every((p) => !p.fold)).toBe(true)
})
