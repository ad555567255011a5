import type { Line } from './notifications'
import { machine, table } from './table'

/** The figures as they stand in docs/benchmarks.md. */
export function notificationsTable(lines: readonly Line[]): string {
  const heads = ['rows before', 'connections', 'floor/s (p50, p99 ms)', 'door/s (p50, p99 ms)', 'door ÷ floor (least to most)', 'CPU ms each, server + PostgreSQL: floor; door', 'load']
  return `${machine()}\n\n${table(heads, lines.map(row))}`
}

function row({ rows, connections, floor, door, ratios, load }: Line): (string | number)[] {
  const figures = (m: Line['door']) => `${m.perSecond.toFixed(0)} (${m.p50.toFixed(1)}, ${m.p99.toFixed(1)})`
  const spread = `${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)}`
  const cpu = (m: Line['door']) => `${m.server.toFixed(2)} + ${m.postgres.toFixed(2)}`
  const ratio = door.perSecond / floor.perSecond
  return [rows.toLocaleString('en'), connections, figures(floor), figures(door), `**${ratio.toFixed(2)}** (${spread})`, `${cpu(floor)}; ${cpu(door)}`, load.toFixed(1)]
}
