import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatValue, type ChartData } from './chart-data'

/** The chart's numbers, all of them. */
export function ChartTable({ title, points, series, unit = 'count' }: ChartData) {
  const t = useTranslations('ui')
  const locale = useLocale()
  return (
    <div tabIndex={0} role="region" aria-label={title} className="max-h-80 overflow-auto rounded-control border border-line">
      <table className="w-full border-collapse text-table">
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 bg-sunken px-2 py-1 text-left text-meta font-medium text-ink-2">
              {t('day')}
            </th>
            {series.map((s) => (
              <th key={s.key} scope="col" className="sticky top-0 bg-sunken px-2 py-1 text-right text-meta font-medium text-ink-2">
                {s.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, i) => (
            <tr key={point.key} className="border-t border-line">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {point.href ? (
                  <Link href={point.href} prefetch={false}>
                    {point.label}
                  </Link>
                ) : (
                  point.label
                )}
              </th>
              {series.map((s) => (
                <td key={s.key} className="px-2 py-1 text-right">
                  {formatValue(s.values[i] ?? null, unit, locale, t('noData'))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
