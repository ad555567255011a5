'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Bar, BarChart, CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis, usePlotArea, useYAxisScale } from 'recharts'
import { plotMargin, widePlot } from './chart-bars'
import { barTicks, formatValue, labelsEvery, spread, stackMiddles, type ChartData } from './chart-data'
import { layerClass } from './layer-class'

type Row = Record<string, number | null | string>

/** The picture itself. Its words are drawn by the browser, its numbers stand in the table: the whole is hidden from screen readers. */
export function ChartDrawing({ kind, unit = 'count', points, series, limit, colours, height }: ChartData & { colours: readonly string[]; height: number }) {
  const locale = useLocale()
  const t = useTranslations('ui')
  const router = useRouter()
  const rows = points.map((point, i): Row => ({ label: point.label, ...Object.fromEntries(series.map((s) => [s.key, s.values[i] ?? null])) }))
  const format = (value: number | null) => formatValue(value, unit, locale, t('noData'))
  const short = (value: number) => new Intl.NumberFormat(locale, unit === 'part' ? { style: 'percent', maximumFractionDigits: 1 } : { notation: 'compact' }).format(value)
  const open = (index: unknown) => {
    const href = points[Number(index)]?.href
    if (href) router.push(href)
  }
  const frame = {
    data: rows,
    accessibilityLayer: false,
    margin: { top: plotMargin.top, right: plotMargin.right, bottom: 0, left: 0 },
    onClick: (state: { activeTooltipIndex?: unknown }) => open(state.activeTooltipIndex),
    style: { cursor: points.some((p) => p.href) ? 'pointer' : undefined },
  }
  // The lines and labels of the bars that stood here before the pointer came.
  const ticks = kind === 'bars' ? barTicks({ points, series, limit, unit }) : undefined
  const parts = (
    <>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="label" tickLine={false} axisLine={{ stroke: 'var(--control)' }} tick={{ fill: 'var(--text-3)', fontSize: 12 }} {...(ticks ? { interval: labelsEvery(points.map((p) => p.label), widePlot) - 1 } : { minTickGap: 24 })} />
      <YAxis width={plotMargin.left} {...(ticks && { ticks, domain: [0, ticks.at(-1)!], interval: 0 })} tickLine={false} axisLine={false} tickFormatter={short} tick={{ fill: 'var(--text-3)', fontSize: 12 }} allowDecimals={unit === 'part'} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--hover)', stroke: 'var(--control)' }}
        content={({ active, label, activeIndex }) => (active ? <Tip label={String(label)} lines={series.map((s, i) => ({ label: s.label, colour: colours[i] ?? '', value: format(s.values[Number(activeIndex)] ?? null) }))} /> : null)}
      />
      {limit && <ReferenceLine y={limit.value} stroke="var(--bad)" strokeDasharray="4 3" ifOverflow="extendDomain" label={{ value: limit.label, position: 'insideBottomLeft', fill: 'var(--bad)', fontSize: 12 }} />}
    </>
  )
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      {kind === 'bars' ? (
        <BarChart {...frame} barCategoryGap="20%">
          {parts}
          {series.map((s, i) => (
            <Bar key={s.key} dataKey={s.key} stackId="all" fill={colours[i]} stroke="var(--surface)" strokeWidth={0.5} isAnimationActive={false} />
          ))}
          <EndLabels series={series.map((s) => ({ label: s.label, value: s.values.at(-1) ?? null }))} colours={colours} stacked />
        </BarChart>
      ) : (
        <LineChart {...frame}>
          {parts}
          {series.map((s, i) => (
            <Line key={s.key} dataKey={s.key} stroke={colours[i]} strokeWidth={2} strokeDasharray={[undefined, '6 3', '2 3'][i % 3]} dot={points.length < 3} connectNulls={false} isAnimationActive={false} />
          ))}
          <EndLabels series={series.map((s) => ({ label: s.label, value: s.values.findLast((v) => v !== null) ?? null }))} colours={colours} />
        </LineChart>
      )}
    </ResponsiveContainer>
  )
}

/** Each series' name where it ends, so that nobody matches colours with a legend. What is 0 at the end is named by the list above alone. */
function EndLabels({ series, colours, stacked = false }: { series: readonly { label: string; value: number | null }[]; colours: readonly string[]; stacked?: boolean }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (!area || !scale) return null
  const at = stacked ? stackMiddles(series.map((s) => s.value)) : series.map((s) => s.value)
  const ends = series.flatMap(({ label }, i) => {
    const value = at[i] ?? null
    return value === null ? [] : [{ label, colour: colours[i], y: scale(value) ?? 0 }]
  })
  const placed = spread(ends.map((e) => e.y), 15, area.y + 6, area.y + area.height - 6)
  const x = area.x + area.width
  return (
    <g>
      {ends.map((end, i) => (
        <g key={end.label}>
          <path d={`M${x + 2} ${end.y}L${x + 10} ${placed[i]}`} stroke={end.colour} fill="none" />
          <text x={x + 13} y={placed[i]} dy="0.32em" fontSize={12} fill="var(--text-2)">
            {end.label}
          </text>
        </g>
      ))}
    </g>
  )
}

function Tip({ label, lines }: { label: string; lines: readonly { label: string; colour: string; value: string }[] }) {
  return (
    <div className={`${layerClass} flex flex-col gap-1 p-2 text-meta`}>
      <span className="font-medium">{label}</span>
      {lines.map((line) => (
        <span key={line.label} className="flex items-center gap-2">
          <span className="inline-block size-2 rounded-[2px]" style={{ background: line.colour }} />
          <span className="flex-1 text-ink-2">{line.label}</span>
          <span>{line.value}</span>
        </span>
      ))}
    </div>
  )
}
