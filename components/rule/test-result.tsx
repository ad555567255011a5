'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Disposition } from '@/components/message/disposition'
import { Reason } from '@/components/message/reason'
import { TraceTimeline } from '@/components/message/trace-timeline'
import type { Outcome } from './test-state'

/** Before (live) and after (draft), each with its trace. */
export function TestResult({ before, after }: { before: Outcome; after: Outcome }) {
  const t = useTranslations('rules')
  const m = useTranslations('messages')
  const locale = useLocale()
  const ms = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', unitDisplay: 'short', maximumFractionDigits: 2 })
  const name = (outcome: Outcome) => m(`disposition.${outcome.disposition}`)
  const said = { before: name(before), after: name(after) }
  return (
    <section aria-labelledby="result" className="flex flex-col gap-3">
      <h2 id="result" data-result tabIndex={-1} className="text-h2 font-semibold outline-none">
        {before.disposition === after.disposition ? t('testSame', said) : t('testDiffers', said)}
      </h2>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {([['testBefore', before], ['testAfter', after]] as const).map(([which, outcome]) => (
          <div key={which} className="min-w-0 rounded-panel border border-line bg-surface px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-2">
              <h3 className="text-form font-semibold">{t(which)}</h3>
              <Disposition name={outcome.disposition} />
            </div>
            <p className="py-2 text-table text-ink-2 wrap-anywhere">
              <Reason reason={outcome.reason} code={outcome.reasonCode} />
            </p>
            <TraceTimeline label={t('testSteps', { which: t(which) })} steps={outcome.trace} duration={(n) => ms.format(n)} />
          </div>
        ))}
      </div>
    </section>
  )
}
