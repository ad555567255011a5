import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { MailText } from '@/components/message/mail-text'
import { DiscardJob } from '@/components/operator/discard-job'
import { Payload } from '@/components/operator/payload'
import { RetryJob } from '@/components/operator/retry-job'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { getDeadLetter } from '@/lib/services/dead-letter/get'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { discard, retry } from '@/app/(operator)/operator/jobs/actions'
import { orNotFound } from '@/app/(operator)/operator/or-not-found'
import { queueWork } from '@/app/(operator)/operator/jobs/queue-work'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('jobs.one') })

/** One dead letter: what failed, what it was about, why, and what operators did about it before. */
export default async function DeadLetterPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await requireOperator('deadLetter.read')
  const job = await orNotFound(getDeadLetter({ ctx, input: await params }))
  const [t, locale, zone] = await Promise.all([getTranslations('operator.jobs'), getLocale(), getTimeZone()])
  const time = (at: Date) => fullTime(at, locale, zone)
  const work = queueWork(job.queue)
  const error = (text: string) => <span lang="en" className="wrap-anywhere"><MailText text={text} /></span>
  return (
    <ClientMessages of={['operator']}>
      <PageHead
        title={t('oneOf', { queue: job.queue })}
        crumbs={[{ label: t('title'), href: '/operator/jobs' }]}
        actions={<><RetryJob id={job.id} action={retry} /><span className="w-4" /><DiscardJob id={job.id} queue={job.queue} action={discard} /></>}
      >
        <p className="text-form">{work ? t(`work.${work}`) : t('work.other')}</p>
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-6">
        <Panel id="what" title={t('what')}>
          <DescriptionList
            items={[
              { name: t('reason'), value: error(job.reason) },
              { name: t('failedAt'), value: time(job.failedAt) },
              { name: t('madeAt'), value: job.madeAt ? time(job.madeAt) : t('unknown') },
              { name: t('attempts'), value: t('attemptsOf', { n: job.retries + 1 }) },
              { name: t('about'), value: <Payload data={job.data} /> },
              { name: t('id'), value: <span className="font-mono">{job.id}</span> },
            ]}
          />
        </Panel>
        <Panel id="tries" title={t('lastErrors')}>
          {job.attempts.length === 0 && <p className="text-table">{t('noErrors')}</p>}
          <ol className="flex flex-col divide-y divide-line text-table">
            {job.attempts.map((attempt, i) => (
              <li key={i} className="py-2">
                <span className="text-ink-3">{attempt.at ? time(new Date(attempt.at)) : t('unknown')}</span> {error(attempt.message)}
              </li>
            ))}
          </ol>
        </Panel>
        <Panel id="before" title={t('before')}>
          {job.sentBack.length === 0 && <p className="text-table">{t('neverBefore')}</p>}
          <ol className="flex flex-col divide-y divide-line text-table">
            {job.sentBack.map((row) => (
              <li key={row.at.toISOString()} className="py-2">
                <span className="text-ink-3">{t('sentBackAt', { time: time(row.at) })}</span> {error(row.reason)}
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </ClientMessages>
  )
}
