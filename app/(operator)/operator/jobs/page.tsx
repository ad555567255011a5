import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { MailText } from '@/components/message/mail-text'
import { DiscardJob } from '@/components/operator/discard-job'
import { Payload } from '@/components/operator/payload'
import { RetryJob } from '@/components/operator/retry-job'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { DeadLetterCursor } from '@/lib/core/inputs/dead-letter'
import { listDeadLetters } from '@/lib/services/dead-letter/list'
import { mostRetried } from '@/lib/services/dead-letter/retry-all'
import { readLostMail } from '@/lib/services/platform/lost-mail'
import { bytes, fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { discard, retry, retryAll } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('jobs.title') })

const failures = ['retry', 'discard'] as const
const dones = ['retried', 'retriedAll', 'discarded'] as const

/** Work that failed for good, mail that no tenant takes, and stored mail that nothing came of. */
export default async function JobsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator('deadLetter.read')
  const query = await searchParams
  const failed = failures.find((f) => f === query['failed'])
  const finished = dones.find((d) => d === query['done'])
  const cursor = DeadLetterCursor.safeParse(query['cursor']).data
  const [t, locale, zone, page, lost] = await Promise.all([
    getTranslations('operator'), getLocale(), getTimeZone(),
    listDeadLetters({ ctx, input: { limit: 20, cursor } }),
    readLostMail({ ctx }),
  ])
  const time = (at: Date) => fullTime(at, locale, zone)
  return (
    <ClientMessages of={['operator']}>
      <PageHead
        title={t('jobs.title')}
        actions={page.data.length > 0 && <form action={retryAll}><SubmitButton look="plain">{t('jobs.retryAll', { n: mostRetried })}</SubmitButton></form>}
      />
      <div className="flex flex-col gap-4 px-4 pb-6">
        {failed && <ErrorPanel alert title={t(`jobs.refused.${failed}`)} />}
        {finished && <Banner tone="ok" live>{t(`jobs.done.${finished}`, { n: Number(query['n']) || 0 })}</Banner>}
        <Panel id="dead" title={t('jobs.dead')}>
          {page.data.length === 0 && <p className="text-table">{t('jobs.none')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {page.data.map((job) => (
              <li key={job.id} className="flex flex-col gap-1 py-2 text-table">
                <p>
                  <Link href={`/operator/jobs/${job.id}`} prefetch={false} className="text-form font-medium text-accent underline">{job.queue}</Link>{' '}
                  {t('jobs.failed', { time: time(job.failedAt) })} · {t('jobs.attemptsOf', { n: job.retries + 1 })}
                </p>
                <p lang="en" className="wrap-anywhere"><MailText text={job.reason} /></p>
                <Payload data={job.data} />
                <div className="flex gap-6">
                  <RetryJob id={job.id} size="small" action={retry} />
                  <DiscardJob id={job.id} queue={job.queue} size="small" action={discard} />
                </div>
              </li>
            ))}
          </ul>
          {(page.data.length > 0 || cursor) && <Pager span={t('shown', { n: page.data.length })} newest={cursor && '/operator/jobs'} older={page.nextCursor ? `/operator/jobs?cursor=${page.nextCursor}` : undefined} />}
        </Panel>
        <Panel id="unrouted" title={t('jobs.unrouted')}>
          {lost.unrouted.length === 0 && <p className="text-table">{t('jobs.noUnrouted')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {lost.unrouted.map((mail) => (
              <li key={`${mail.sesMessageId} ${mail.recipient}`} className="py-2 text-table wrap-anywhere">
                <p><MailText text={mail.recipient} /> <span className="text-ink-3">{time(mail.receivedAt)}</span></p>
                <p lang="en"><MailText text={mail.reason} /></p>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel id="orphans" title={t('jobs.orphans')}>
          {lost.orphans.length === 0 && <p className="text-table">{t('jobs.noOrphans')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {lost.orphans.map((object) => (
              <li key={object.key} className="py-2 text-table wrap-anywhere">
                <span className="font-mono">{object.key}</span> <span className="text-ink-3">{bytes(object.size, locale)} · {time(object.storedAt)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </ClientMessages>
  )
}
