import { useTranslations } from 'next-intl'
import type { SealedKind } from '@/lib/core/sealing/uses'

interface Row {
  kind: SealedKind
  current: number
  old: number[]
  unknown: number
}

/** How many rows of each kind stand under the current key, under old ones, and under one that is not here. */
export function SealedTable({ kinds }: { kinds: readonly Row[] }) {
  const t = useTranslations('platform')
  return (
    <table className="w-full text-table tabular-nums">
      <thead>
        <tr className="text-left text-ink-3">
          <th scope="col" className="py-1 pr-3 font-medium">{t('keys.kindHead')}</th>
          {(['currentHead', 'oldHead', 'unknownHead'] as const).map((head) => (
            <th key={head} scope="col" className="px-2 py-1 text-right font-medium">{t(`keys.${head}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {kinds.map(({ kind, current, old, unknown }) => (
          <tr key={kind}>
            <th scope="row" className="py-1 pr-3 text-left font-normal">{t(`keys.kind.${kind}`)}</th>
            <td className="px-2 py-1 text-right">{current}</td>
            <td className="px-2 py-1 text-right">{old.reduce((sum, n) => sum + n, 0)}</td>
            <td className="px-2 py-1 text-right">{unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
