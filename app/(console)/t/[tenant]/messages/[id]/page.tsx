import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { AttachmentsList } from '@/components/message/attachments-list'
import { HeadersList } from '@/components/message/headers-list'
import { MailText } from '@/components/message/mail-text'
import { ReplayForm } from '@/components/message/replay-form'
import { ReplayState } from '@/components/message/replay-state'
import { TraceTimeline } from '@/components/message/trace-timeline'
import { buttonClass } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/core/access/matrix'
import { bytes, fullTime, milliseconds } from '@/lib/web/format'
import { replay } from './actions'
import { readMessage } from './read'
import { Summary } from './summary'

interface Props {
  params: Promise<{ tenant: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params
  const [{ message }, t] = await Promise.all([readMessage(tenant, id), getTranslations('messages')])
  return { title: message.subject || t('noSubject') }
}

/** One message: what happened and why first, then each step of it, then the mail itself as text. */
export default async function MessagePage({ params, searchParams }: Props) {
  const [{ tenant: slug, id }, query, locale, zone, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTimeZone(),
    getTranslations('messages'),
  ])
  const { ctx, message, trace } = await readMessage(slug, id)
  const here = `/t/${encodeURIComponent(slug)}/messages`
  const asked = replayState(query['replay'], trace.run)
  return (
    <div className="flex flex-col gap-4 px-4 pt-3 pb-12">
      <nav aria-label={t('page.breadcrumb')}>
        <ol className="flex min-w-0 items-center gap-2 text-table text-ink-3">
          <li>
            <Link href={here} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline pointer-coarse:min-h-11">
              {t('title')}
            </Link>
          </li>
          <li aria-hidden="true">/</li>
          <li aria-current="page" className="min-w-0 truncate">
            {message.subject ? <MailText text={message.subject} /> : t('noSubject')}
          </li>
        </ol>
      </nav>
      {asked && <ReplayState state={asked} here={`${here}/${message.id}?replay=${String(query['replay'])}`} />}
      <Summary message={message} locale={locale} zone={zone}>
        {message.direction === 'in' && may(ctx.role, 'message.replay') && <ReplayForm action={replay.bind(null, slug, message.id)} />}
        <a href={`${here}/${message.id}/raw`} className={buttonClass()}>
          {t('page.raw')}
        </a>
      </Summary>
      {message.parseError && (
        <ErrorPanel title={t('page.parseError')}>
          <p>
            <MailText text={t('page.parseErrorBody', { reason: sentence(message.parseError) })} />
          </p>
        </ErrorPanel>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel id="timeline" title={t('page.timeline')}>
          {trace.steps.length > 0 && trace.at ? (
            <>
              <p className="pb-1 text-meta text-ink-3">
                {t('page.run', { n: trace.run, replay: trace.run - 1, time: fullTime(trace.at, locale, zone) })}
              </p>
              <TraceTimeline label={t('page.timelineHint')} steps={trace.steps} duration={(ms) => milliseconds(ms, locale)} />
            </>
          ) : (
            <p className="text-ink-2">{t('page.noTrace')}</p>
          )}
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel id="text" title={t('page.text')}>
            {message.text ? (
              <div lang="" className="font-mono text-table leading-relaxed wrap-anywhere">
                <MailText text={message.text} lines />
              </div>
            ) : (
              <p className="text-ink-2">{t('page.noText')}</p>
            )}
          </Panel>
          <Panel id="attachments" title={t('page.attachments')}>
            <AttachmentsList attachments={message.attachments.map((file) => ({ ...file, size: bytes(file.size, locale) }))} />
          </Panel>
        </div>
      </div>
      <Panel id="headers" title={t('page.headers')}>
        <HeadersList headers={message.headers} />
      </Panel>
    </div>
  )
}

/** With a full stop, so that another sentence can follow. */
const sentence = (text: string) => (/[.!?。]$/.test(text) ? text : `${text}.`)

/** The address names the run that was asked for; a smaller one shown means that the worker has not come to it. */
function replayState(asked: string | string[] | undefined, run: number): 'waiting' | 'done' | 'refused' | undefined {
  if (asked === 'refused') return 'refused'
  if (typeof asked !== 'string' || !/^\d{1,9}$/.test(asked)) return undefined
  return run >= Number(asked) ? 'done' : 'waiting'
}
