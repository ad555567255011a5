import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { MailText } from '@/components/message/mail-text'
import { DiscardJob } from '@/components/operator/discard-job'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { listDeadLetters } from '@/lib/services/dead-letter/list'
import { mostRetried } from '@/lib/services/dead-letter/retry-all'
import { readLostMail } from '@/lib/services/platform/lost-mail'
import { bytes, fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { discard, retry, retryAll } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('jobs.title') })

/** Work that failed for good, mail that no tenant takes, and stored mail that nothing came of. */
export default async function JobsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator()
  const given = (await searchParams)['cursor']
  const cursor = typeof given === 'string' && /^\d{1,17}\.[0-9a-f-]{36}$/.test(given) ? given : undefined
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
        <Panel id="dead" title={t('jobs.dead')}>
          {page.data.length === 0 && <p className="text-table">{t('jobs.none')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {page.data.map((job) => (
              <li key={job.id} className="flex flex-col gap-1 py-2 text-table">
                <p><strong className="font-medium">{job.queue}</strong> {t('jobs.failed', { time: time(job.failedAt) })} · {t('jobs.tries', { n: job.retries })}</p>
                <p lang="en" className="wrap-anywhere"><MailText text={job.reason} /></p>
                <p className="font-mono text-meta wrap-anywhere text-ink-3"><span className="sr-only">{t('jobs.ids')}: </span>{JSON.stringify(job.data)}</p>
                <div className="flex gap-6">
                  <form action={retry}><input type="hidden" name="id" value={job.id} /><SubmitButton look="plain" size="small">{t('jobs.retry')}</SubmitButton></form>
                  <DiscardJob id={job.id} queue={job.queue} action={discard} />
                </div>
              </li>
            ))}
          </ul>
          <Pager span={t('shown', { n: page.data.length })} newest={cursor && '/operator/jobs'} older={page.nextCursor ? `/operator/jobs?cursor=${page.nextCursor}` : undefined} />
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
