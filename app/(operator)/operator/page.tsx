import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { SesNow } from '@/components/plan/ses-now'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { readPlatformHealth } from '@/lib/services/platform/read-health'
import { readLook } from '@/lib/services/sync/look'
import { fullTime } from '@/lib/web/format'
import { currentHealth } from '@/lib/web/health'
import { requireOperator } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('health.title') })

/** How the platform does, by what is measured. */
export default async function HealthPage() {
  const { ctx } = await requireOperator('platform.read')
  const [t, locale, zone, health, seen, look] = await Promise.all([getTranslations('operator'), getLocale(), getTimeZone(), currentHealth(), readPlatformHealth({ ctx }), readLook({ ctx })])
  const when = (at: Date | null) => (at ? fullTime(at, locale, zone) : t('health.never'))
  const state = (ok: boolean, word: string) => <Chip tone={ok ? 'ok' : 'bad'} icon={ok ? 'tick' : 'cross'} bare={ok}>{word}</Chip>
  const { database, migrations, queue } = health.checks
  // Without the database nothing is known of the rest.
  const check = (ok: boolean, problem: 'database' | 'migrations' | 'queue') => (
    <>{state(ok, ok ? t('health.ok') : t('health.bad'))} {!ok && t(`health.problem.${database.ok ? problem : problem === 'database' ? problem : 'unknown'}`)}</>
  )
  const link = (href: string, text: ReactNode) => <a href={href} className="text-accent underline">{text}</a>
  return (
    <ClientMessages of={['operator']}>
      <PageHead title={t('health.title')} />
      <div className="flex flex-col gap-4 px-4 pb-6">
        <Panel id="checks" title={t('health.checks')}>
          <DescriptionList
            items={[
              { name: t('health.database'), value: check(database.ok, 'database') },
              { name: t('health.migrations'), value: check(migrations.ok, 'migrations') },
              { name: t('health.queue'), value: check(queue.ok, 'queue') },
              { name: t('health.ses'), value: <SesNow look={look} now={new Date()} time={(at) => fullTime(at, locale, zone)} /> },
              { name: t('health.worker'), value: when(seen.workerSeen) },
              { name: t('health.sweep'), value: when(seen.lastSweep) },
              { name: t('health.notification'), value: when(seen.lastNotification) },
              ...seen.topics.map(({ purpose, confirmedAt }) => ({
                name: t('health.topic', { purpose }),
                value: confirmedAt ? state(true, t('health.confirmed', { time: when(confirmedAt) })) : state(false, t('health.unconfirmed')),
              })),
              { name: t('health.month', { month: seen.nextMonth.month }), value: state(seen.nextMonth.there, seen.nextMonth.there ? t('health.there') : t('health.missing')) },
            ]}
          />
        </Panel>
        <Panel id="queues" title={t('health.queues')}>
          <DescriptionList
            items={seen.queues.map((q) => ({
              name: q.name,
              value: t('health.waiting', { waiting: q.waiting, running: q.running, failed: q.failed }) + (q.oldest ? ` · ${t('health.oldest', { time: when(q.oldest) })}` : ''),
            }))}
          />
        </Panel>
        <p className="text-table">{t.rich('health.machine', { health: (text) => link('/api/health', text), metrics: (text) => link('/api/metrics', text) })}</p>
      </div>
    </ClientMessages>
  )
}
