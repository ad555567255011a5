'use client'

import { useLocale, useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useId, useState } from 'react'
import { numberFormat } from '@/lib/core/formatter'
import { buttonClass } from './button-class'
import { ChartBars } from './chart-bars'
import { formatValue, mostSeries, seriesColours, type ChartData } from './chart-data'
import { ChartTable } from './chart-table'
import { Icon } from './icon'

// The drawing's library is large: bars load it with the first pointer on them, to say more; lines once the page stands.
const load = () => import('./chart-drawing').then((m) => m.ChartDrawing)
const Drawing = dynamic(load, { ssr: false })
const PointedDrawing = lazy(() => load().then((drawing) => ({ default: drawing })))

/** A picture of numbers, with its table one press away (and in its place without script). */
export function Chart({ height = 220, ...data }: ChartData & { height?: number }) {
  const t = useTranslations('ui')
  const locale = useLocale()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const [pointed, setPointed] = useState(false)
  const router = useRouter()
  const unit = data.unit ?? 'count'
  const short = (value: number) => numberFormat(locale, unit === 'part' ? { style: 'percent', maximumFractionDigits: 1 } : { notation: 'compact' }).format(value)
  if (data.series.length > mostSeries) throw new Error(`a chart has ${mostSeries} series at most, "${data.title}" has ${data.series.length}`)
  const colours = seriesColours(data.series)
  const total = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const measured = data.series.some((s) => s.values.some((v) => v !== null))
  const bars = <ChartBars {...data} colours={colours} height={height} short={short} format={(value) => formatValue(value, unit, locale, t('noData'))} open={(href) => router.push(href)} />
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span id={id} className="text-form font-semibold">
          {data.title}
        </span>
        <button type="button" aria-pressed={asTable} aria-label={`${asTable ? t('asChart') : t('asTable')}: ${data.title}`} onClick={() => setAsTable(!asTable)} className={buttonClass('quiet', 'aria-pressed:!bg-transparent aria-pressed:!text-ink-2', 'small')}>
          <Icon name={asTable ? 'chart' : 'table'} />
          {asTable ? t('asChart') : t('asTable')}
        </button>
      </figcaption>
      {asTable ? (
        <ChartTable {...data} />
      ) : measured ? (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-ink-2">
            {data.series.map((series, i) => (
              <li key={series.key} className="inline-flex items-center gap-1">
                <span aria-hidden="true" className="inline-block size-3 rounded-[2px] border border-transparent forced-color-adjust-none" style={{ background: colours[i] }} />
                {series.label}
                {(data.unit ?? 'count') === 'count' && <span className="text-ink-3">{total(series.values).toLocaleString(locale)}</span>}
              </li>
            ))}
          </ul>
          <div aria-hidden="true" style={{ height }} className="min-w-0" onPointerEnter={(event) => event.pointerType !== 'touch' && setPointed(true)}>
            {data.kind === 'lines' ? (
              <Drawing {...data} colours={colours} height={height} />
            ) : pointed ? (
              <Suspense fallback={bars}>
                <PointedDrawing {...data} colours={colours} height={height} />
              </Suspense>
            ) : (
              bars
            )}
          </div>
          <noscript>
            <ChartTable {...data} />
          </noscript>
        </>
      ) : (
        <div style={{ height }} className="flex items-center justify-center rounded-control border border-dashed border-line text-form text-ink-3">
          {t('noData')}
        </div>
      )}
    </figure>
  )
}
