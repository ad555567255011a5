import { useLocale, useTranslations } from 'next-intl'
import { calls, type Step } from '@/lib/core/receipt/step'

/** A long plan in short: how many calls of each kind. Deletions stand in red. */
export function StepSummary({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('operator.steps')
  const number = new Intl.NumberFormat(useLocale())
  const counts = calls.map((call) => ({ call, n: steps.filter((s) => s.call === call).length })).filter(({ n }) => n > 0)
  return (
    <table className="mb-4 text-table">
      <caption className="pb-1 text-left text-ink-3">{t('summary', { n: steps.length })}</caption>
      <tbody>
        {counts.map(({ call, n }) => (
          <tr key={call} className={call === 'DeleteReceiptRule' ? 'font-semibold text-bad' : undefined}>
            <th scope="row" className="pr-6 text-left font-normal">{t(`kind.${call}`)}</th>
            <td className="text-right tabular-nums">{number.format(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
