import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dispositionLooks } from '@/components/message/disposition'
import { Chart } from '@/components/ui/chart'
import { mostSeries } from '@/components/ui/chart-data'
import type { TenantContext } from '@/lib/core/access/actor'
import { dateFormat } from '@/lib/core/formatter'
import { dispositions, type Disposition } from '@/lib/core/rules/trace'
import { volume } from '@/lib/services/message/volume'
import { logHref, type LogQuery } from './search-params'

const isDisposition = (name: string): name is Disposition => (dispositions as readonly string[]).includes(name)

interface Props {
  slug: string
  ctx: TenantContext
  read: LogQuery
  zone: string
  now: Date
  /** In place of the picture where there is nothing to draw. */
  empty?: ReactNode
}

/** How much came, by outcome; a bar leads to its own hour or day, and so does its row in the table. */
export async function VolumeChart({ slug, ctx, read, zone, now, empty = null }: Props) {
  const { cursor: _cursor, newer: _newer, ...input } = read.input!
  const found = await volume({ ctx, input, now })
  if (!found) return empty
  const [t, m, locale] = await Promise.all([getTranslations('log'), getTranslations('messages.disposition'), getLocale()])
  const step = found.unit === 'hour' ? 3_600_000 : 86_400_000
  const format = dateFormat(locale, found.unit === 'hour' ? { timeZone: zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { timeZone: 'UTC', month: 'short', day: 'numeric' })
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const bySize = [...found.series].sort((a, b) => sum(b.counts) - sum(a.counts))
  const own = bySize.length > mostSeries ? bySize.slice(0, mostSeries - 1) : bySize
  const rest = bySize.slice(own.length)
  const series = own.map(({ disposition, counts }) => ({
    key: disposition,
    label: isDisposition(disposition) ? m(disposition) : m('other'),
    tone: isDisposition(disposition) ? dispositionLooks[disposition].tone : ('mute' as const),
    values: counts,
  }))
  if (rest.length > 0) series.push({ key: 'other', label: t('volume.other'), tone: 'mute', values: found.buckets.map((_, i) => sum(rest.map((s) => s.counts[i] ?? 0))) })
  const { period: _period, since: _since, until: _until, ...untimed } = read.values
  return (
    <div className="flex flex-col gap-1">
      <Chart
        kind="bars"
        height={112}
        title={t(`volume.${found.unit}`)}
        points={found.buckets.map((at) => ({
          key: at.toISOString(),
          label: format.format(at),
          href: logHref(slug, { ...untimed, since: at.toISOString(), until: new Date(at.getTime() + step).toISOString() }),
        }))}
        series={series}
      />
      {found.newestOnly && <p className="text-meta text-ink-3">{t('volume.newestOnly', { most: found.newestOnly })}</p>}
    </div>
  )
}
