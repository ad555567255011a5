import os from 'node:os'
import { machine, table } from '../table'
import type { PageScores } from './lighthouse'
import type { PageScripts } from './scripts'

const kb = (bytes: number) => (bytes / 1000).toFixed(1)

/** The figures as they stand in docs/benchmarks.md; below them what every page has, and what is largest. */
export function scriptsTable(all: readonly PageScripts[]): string {
  const rows = all.map(({ name, named, later, files }) => [name, kb(named), later ? kb(later) : '', kb(named + later), files])
  const urls = [...new Set(all.flatMap((p) => [...p.each.keys()]))]
  const shared = urls.filter((url) => all.every((p) => p.each.has(url)))
  const size = (url: string) => all.find((p) => p.each.has(url))!.each.get(url)!
  const sum = shared.reduce((n, url) => n + size(url), 0)
  const largest = urls.sort((a, b) => size(b) - size(a)).slice(0, 12)
  const on = (url: string) => all.filter((p) => p.each.has(url)).length
  return [
    machine(),
    table(['page', 'in its HTML, KB gzip', 'lazily', 'all', 'files'], rows),
    `On every page: ${kb(sum)} KB in ${shared.length} files. The largest files:`,
    table(['file', 'KB gzip', 'pages'], largest.map((url) => [url.split('/').at(-1)!, kb(size(url)), on(url)])),
  ].join('\n\n')
}

export function lighthouseTable(all: readonly PageScores[]): string {
  const heads = ['page', 'performance', 'accessibility', 'best practices', 'FCP, LCP ms', 'TBT ms', 'CLS', 'took points']
  const rows = all.map(({ name, scores, fcp, lcp, tbt, cls, lost }) => [
    name,
    ...['performance', 'accessibility', 'best-practices'].map((c) => scores[c as keyof typeof scores]),
    `${fcp.toFixed(0)}, ${lcp.toFixed(0)}`,
    tbt.toFixed(0),
    cls.toFixed(3),
    lost.join(', ') || 'none',
  ])
  return `${machine()}. Load ${os.loadavg()[0]!.toFixed(1)}\n\n${table(heads, rows)}`
}
