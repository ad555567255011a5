import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { SealedTable } from '@/components/setting/sealed-table'
import { Banner } from '@/components/ui/banner'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { readSealing } from '@/lib/services/sealing/read'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { resealNow } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('platform'))('keys.title') })

const steps = ['make', 'set', 'start', 'wait', 'remove'] as const

/** The master keys by their ids, what is sealed by each, and how to change them. */
export default async function KeysPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator('sealingKey.read')
  const [state, query, t, locale, zone] = await Promise.all([readSealing({ ctx }), searchParams, getTranslations('platform'), getLocale(), getTimeZone()])
  const { current, old, kinds, logIns } = state
  const sinceOf = (since: Date | null) => (since ? t('keys.since', { at: fullTime(since, locale, zone) }) : t('keys.notNoted'))
  const unknown = kinds.reduce((sum, kind) => sum + kind.unknown, 0)
  return (
    <>
      <PageHead title={t('keys.title')}>
        <p className="max-w-prose text-ink-2">{t('keys.intro')}</p>
      </PageHead>
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {query['done'] === 'asked' && <Banner tone="ok" live>{t('keys.asked')}</Banner>}
        {unknown > 0 && <Banner tone="bad">{t('keys.unknown', { n: unknown })}</Banner>}
        <Panel id="current" title={t('keys.current')}>
          <p className="text-table">
            <span className="font-mono">{current.id}</span> <span className="text-ink-3">{sinceOf(current.since)}</span>
          </p>
        </Panel>
        <Panel id="old" title={t('keys.old')}>
          {old.length === 0 && <p className="text-table">{t('keys.noOld')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {old.map((key) => (
              <li key={key.id} className="py-1 text-table">
                <span className="font-mono">{key.id}</span> <span>{t('keys.rows', { n: key.rows })}</span>
                <span className="block text-ink-2">{t(key.removable ? 'keys.removable' : 'keys.notRemovable')}</span>
              </li>
            ))}
          </ul>
          {logIns > 0 && <p className="pt-2 text-table text-ink-2">{t('keys.logIns', { n: logIns })}</p>}
        </Panel>
        <Panel id="sealed" title={t('keys.table')}>
          <SealedTable kinds={kinds} />
          <form action={resealNow} className="flex flex-wrap items-center gap-3 pt-3">
            <SubmitButton look="plain">{t('keys.reseal')}</SubmitButton>
            <p className="text-table text-ink-2">{t('keys.resealHint')}</p>
          </form>
        </Panel>
        <Panel id="how" title={t('keys.how')}>
          <ol className="flex max-w-prose list-decimal flex-col gap-2 pl-5 text-table">
            {steps.map((step) => (
              <li key={step}>{t(`keys.steps.${step}`)}</li>
            ))}
          </ol>
        </Panel>
      </div>
    </>
  )
}
