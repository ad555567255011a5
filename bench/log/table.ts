import { machine, table } from '../table'
import type { Compared } from './compare'
import type { Size } from './run'

/** The figures as they stand in docs/benchmarks.md. */
export function logTables(sizes: readonly Size[]): string {
  const loads = sizes.map((s) => `${s.rows.toLocaleString('en')}: ${s.load.toFixed(1)}`).join(', ')
  const of = (title: string, pick: (s: Size) => Compared[]) => {
    const floors = sizes.map((s) => middle(pick(s).map((c) => c.floor.p50)))
    const rows = pick(sizes[0]!).map((c, i) => [c.name, ...sizes.flatMap((s) => cells(pick(s)[i]!)), growth(sizes, (s) => pick(s)[i]!)])
    return table(
      [title, ...sizes.flatMap((s) => [`${s.rows.toLocaleString('en')}: p50, p95 ms`, '÷ floor', 'CPU']), 'growth'],
      [['*floor*', ...sizes.flatMap((_, i) => [floors[i]!.toFixed(2), '1', '']), `${(floors.at(-1)! / floors[0]!).toFixed(1)}`], ...rows],
    )
  }
  return [`${machine()}. Load: ${loads}`, of('service', (s) => s.services), of('page over HTTP', (s) => s.pages)].join('\n\n')
}

const cells = (c: Compared) => [`${c.p50.toFixed(1)}, ${c.p95.toFixed(1)}`, c.ratio.toFixed(1), `${c.cpu.node.toFixed(1)} + ${c.cpu.postgres.toFixed(1)}`]
/** Of the ratios to the floor, from the least size to the largest: what the machine does otherwise stands in both. */
const growth = (sizes: readonly Size[], pick: (s: Size) => Compared) => (pick(sizes.at(-1)!).ratio / pick(sizes[0]!).ratio).toFixed(1)
const middle = (all: number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!
