import { barTicks, labelsEvery, spread, stackMiddles, type ChartData } from './chart-data'

/** Pixels around the plot; the drawing that takes its place on the pointer has the same. */
export const plotMargin = { top: 8, right: 96, bottom: 30, left: 48 } as const

/** What the plot has at least at and below the container's `2xl` (42rem). */
export const widePlot = 672 - plotMargin.left - plotMargin.right
const narrowPlot = 150

interface Props extends ChartData {
  colours: readonly string[]
  height: number
  /** What stands at a value's line, and what the pointer is told of a bar's part. */
  short: (value: number) => string
  format: (value: number | null) => string
  open: (href: string) => void
}

/**
 * Stacked bars as plain SVG, wide as its place: drawn on the server, so that it is there with the page and without script. A bar leads where
 * its point does. Hidden from screen readers, out of the way of the Tab key: its table says the same.
 */
export function ChartBars({ points, series, limit, unit = 'count', colours, height, short, format, open }: Props) {
  const ticks = barTicks({ points, series, limit, unit })
  const plot = height - plotMargin.top - plotMargin.bottom
  const y = (value: number) => plotMargin.top + plot * (1 - value / ticks.at(-1)!)
  const band = 100 / points.length
  const labels = points.map((point) => point.label)
  const every = labelsEvery(labels, widePlot)
  const everyNarrow = every * Math.ceil(labelsEvery(labels, narrowPlot) / every)
  const across = `calc(100% - ${plotMargin.left + plotMargin.right}px)`
  const ends = stackMiddles(series.map((s) => s.values.at(-1) ?? null)).flatMap((middle, i) => (middle === null ? [] : [{ label: series[i]!.label, colour: colours[i], y: y(middle) }]))
  const placed = spread(ends.map((e) => e.y), 15, plotMargin.top + 6, plotMargin.top + plot - 6)
  return (
    <div className="@container relative h-full min-w-0 text-meta text-ink-3">
      {ticks.map((tick) => (
        <span key={tick} className="absolute left-0 w-10 -translate-y-1/2 text-right" style={{ top: y(tick) }}>
          {short(tick)}
        </span>
      ))}
      <svg height={height} className="absolute top-0" style={{ left: plotMargin.left, width: across }}>
        {ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? 'var(--control)' : 'var(--line)'} />
        ))}
        {points.map((point, i) => {
          let below = 0
          const parts = series.map((s, k) => {
            const from = below
            below += s.values[i] ?? 0
            return below > from && <rect key={s.key} x={`${i * band + band * 0.2}%`} width={`${band * 0.6}%`} y={y(below)} height={y(from) - y(below)} fill={colours[k]} stroke="var(--surface)" strokeWidth={0.5} />
          })
          const tip = <title>{[point.label, ...series.map((s) => `${s.label}: ${format(s.values[i] ?? null)}`)].join('\n')}</title>
          const place = <rect x={`${i * band}%`} width={`${band}%`} y={plotMargin.top} height={plot} fill="transparent" />
          const { href } = point
          return href ? (
            <a
              key={point.key}
              href={href}
              tabIndex={-1}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                open(href)
              }}
            >
              {tip}
              {parts}
              {place}
            </a>
          ) : (
            <g key={point.key}>
              {tip}
              {parts}
              {place}
            </g>
          )
        })}
        {limit && (
          <>
            <line x1="0" x2="100%" y1={y(limit.value)} y2={y(limit.value)} stroke="var(--bad)" strokeDasharray="4 3" />
            <text x={4} y={y(limit.value) - 4} fontSize={12} fill="var(--bad)">
              {limit.label}
            </text>
          </>
        )}
      </svg>
      {points.map((point, i) =>
        i % every === 0 ? (
          <span key={point.key} className={`absolute -translate-x-1/2 whitespace-nowrap ${i % everyNarrow === 0 ? '' : 'hidden @2xl:inline'}`} style={{ top: plotMargin.top + plot + 5, left: `calc(${plotMargin.left}px + (${across}) * ${(i + 0.5) / points.length})` }}>
            {point.label}
          </span>
        ) : null,
      )}
      <svg width={plotMargin.right} height={height} className="absolute top-0 right-0">
        {ends.map((end, i) => (
          <g key={end.label}>
            <path d={`M2 ${end.y}L10 ${placed[i]}`} stroke={end.colour} fill="none" />
            <text x={13} y={placed[i]} dy="0.32em" fontSize={12} fill="var(--text-2)">
              {end.label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
