import { useLocale } from 'next-intl'
import { numberFormat } from '@/lib/core/formatter'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size for people; the exact number of bytes for whoever points at it. Thousands, as mail programs count. */
export function Bytes({ n }: { n: number }) {
  const locale = useLocale()
  const power = n < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3))
  const value = n / 1000 ** power
  const in_ = (amount: number, unit: (typeof units)[number], digits: number) =>
    numberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: digits }).format(amount)
  return (
    <data value={n} title={power === 0 ? undefined : in_(n, 'byte', 0)} className="whitespace-nowrap">
      {in_(value, units[power] ?? 'byte', value < 10 && power > 0 ? 1 : 0)}
    </data>
  )
}
