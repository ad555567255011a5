import { numberFormat } from '@/lib/core/formatter'
import type { Tone } from './tone'

export interface ChartSeries {
  key: string
  label: string
  tone: Tone
  /** One for each point; null where nothing was measured: no data is not 0. */
  values: readonly (number | null)[]
}

interface ChartPoint {
  key: string
  /** Under the axis, and the table's row head; already in the reader's zone and language. */
  label: string
  /** Where a bar leads: the same list, filtered. */
  href?: string
}

/** Values are counts, or parts of one (0.034 is 3.4 %). */
export type ChartUnit = 'count' | 'part'

export interface ChartData {
  title: string
  kind: 'bars' | 'lines'
  unit?: ChartUnit
  points: readonly ChartPoint[]
  /** At most six; more are not drawn but refused. */
  series: readonly ChartSeries[]
  /** A line to stay under: "SES pauses at 5 %". */
  limit?: { value: number; label: string }
}

export const mostSeries = 6

/** Colour of each series: its meaning; the second and third of one meaning are nearer to the ground. */
export function seriesColours(series: readonly ChartSeries[], ground = 'var(--surface)'): string[] {
  const seen = new Map<Tone, number>()
  return series.map(({ tone }) => {
    const nth = seen.get(tone) ?? 0
    seen.set(tone, nth + 1)
    const part = [100, 62, 38][nth] ?? 28
    return part === 100 ? `var(--${tone})` : `color-mix(in oklab, var(--${tone}) ${part}%, ${ground})`
  })
}

/** Moves labels apart so that none covers another, as little as needed, inside `from`..`to`. Keeps their order. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  let last = from - gap
  for (const label of order) last = label.y = Math.max(label.y, last + gap)
  let next = to + gap
  for (const label of order.reverse()) next = label.y = Math.min(label.y, next - gap)
  const placed = new Array<number>(wanted.length)
  for (const { y, i } of order) placed[i] = y
  return placed
}

/** The middle of each part of a stack; null for what has no height there. */
export function stackMiddles(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, i) => (value ? values.slice(0, i).reduce<number>((sum, v) => sum + (v ?? 0), 0) + value / 2 : null))
}

/** Each how many-eth label of an axis fits into so many pixels at 12 px: a letter takes some 7, a wide one 12. */
export function labelsEvery(labels: readonly string[], pixels: number): number {
  const widest = Math.max(...labels.map((label) => [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 0)))
  return Math.ceil(labels.length / Math.max(1, Math.floor(pixels / (widest + 20))))
}

/** The value lines of stacked bars. */
export function barTicks({ points, series, limit, unit = 'count' }: Pick<ChartData, 'points' | 'series' | 'limit' | 'unit'>): number[] {
  const sums = points.map((_, i) => series.reduce((sum, s) => sum + (s.values[i] ?? 0), 0))
  return yTicks(Math.max(0, limit?.value ?? 0, ...sums), unit)
}

/** Round values from 0 to at least `most`, four at the most: where an axis has its lines. Counts have no parts. */
export function yTicks(most: number, unit: ChartUnit): number[] {
  const rough = most / 3
  const size = 10 ** Math.floor(Math.log10(rough || 1))
  const round = [1, 2, 5, 10].find((n) => n * size >= rough)! * size
  const step = unit === 'count' ? Math.max(1, round) : round
  return Array.from({ length: Math.max(1, Math.ceil(most / step - 1e-9)) + 1 }, (_, i) => i * step)
}

export function formatValue(value: number | null, unit: ChartUnit, locale: string, noData: string): string {
  if (value === null) return noData
  return numberFormat(locale, unit === 'part' ? { style: 'percent', maximumFractionDigits: 2 } : {}).format(value)
}
