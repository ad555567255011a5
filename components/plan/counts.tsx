import { useTranslations } from 'next-intl'
import type { Counts as Numbers, Step } from '@/lib/core/receipt/step'

/** What becomes of the receipt rules, in numbers. Deletions stand in red, with their word. */
export function Counts({ plan: { counts, steps } }: { plan: { counts: Numbers; steps: readonly Step[] } }) {
  const t = useTranslations('operator.counts')
  const moved = steps.filter((s) => s.call === 'SetReceiptRulePosition').length
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-table">
      <li>{t('create', { n: counts.create })}</li>
      <li>{t('change', { n: counts.change })}</li>
      <li className={counts.delete > 0 ? 'font-semibold text-bad' : undefined}>{t('delete', { n: counts.delete })}</li>
      <li>{t('move', { n: moved })}</li>
      <li>{t('keep', { n: counts.keep + counts.foreign, foreign: counts.foreign })}</li>
    </ul>
  )
}
