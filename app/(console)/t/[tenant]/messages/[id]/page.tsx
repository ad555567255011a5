import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { logHref, readLogQuery } from '@/app/(console)/t/[tenant]/messages/search-params'
import { PageHead } from '@/components/layout/page-head'
import { AttachmentsList } from '@/components/message/attachments-list'
import { MailText } from '@/components/message/mail-text'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { ReplayState } from '@/components/message/replay-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { neighboursOf } from '@/lib/services/message/neighbours'
import { bytes } from '@/lib/web/format'
import { Acts, ReleaseState } from './acts'
import { Authentication } from './authentication'
import { MessageContent } from './content'
import { FileList } from './file-list'
import { Beside, Facts } from './head'
import { HeaderFields } from './header-fields'
import { messageHref, oneOf, tabs, type Query, type TabName } from './href'
import { RawText } from './raw-text'
import { readMessage } from './read'
import { MessageTimeline } from './timeline'

interface Props {
  params: Promise<{ tenant: string; id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params
  const [{ message }, t] = await Promise.all([readMessage(tenant, id), getTranslations('messages')])
  return { title: message.subject || t('noSubject') }
}

/** One message: what happened and why first; each tab is an address. Only the tabs that need the raw mail read it. */
export default async function MessagePage({ params, searchParams }: Props) {
  const [{ tenant: slug, id }, query, locale, zone, t, w] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTimeZone(),
    getTranslations('messages'),
    getTranslations('message'),
  ])
  const { ctx, message, trace } = await readMessage(slug, id)
  const filters = readLogQuery(query, zone)
  const beside = await neighboursOf({ ctx, input: { id: message.id, filters: filters.input ?? {} } })
  const tab = oneOf(tabs, query['tab'], 'timeline')
  const at = (other: TabName) => messageHref(slug, message.id, query, other === 'timeline' ? {} : { tab: other })
  const go = (to: string | undefined) => to && messageHref(slug, to, query, tab === 'timeline' ? {} : { tab })
  const log = logHref(slug, filters.values, filters)
  const here = messageHref(slug, message.id, query, tab === 'timeline' ? {} : { tab })
  const asked = replayState(query['replay'], trace.run)
  return (
    // A panel never keeps another mail's content: the next message is a new tree.
    <div key={message.id} className="flex flex-col gap-3 pb-12">
      <PageHead
        crumbs={[{ label: t('title'), href: log }]}
        title={message.subject ? <MailText text={message.subject} /> : t('noSubject')}
        actions={<Acts ctx={ctx} slug={slug} message={message} here={here} />}
      >
        <Facts message={message} locale={locale} zone={zone} />
        <Beside newer={go(beside.newer)} older={go(beside.older)} log={log} />
      </PageHead>
      <div className="flex flex-col gap-3 px-4">
        {asked && <ReplayState state={asked} here={messageHref(slug, message.id, query, { replay: String(query['replay']) })} />}
        {(asked === 'waiting' || query['release'] === 'asked') && <RefreshOnNews url={`/t/${slug}/live`} />}
        <ReleaseState slug={slug} message={message} here={here} state={query['release']} />
        {message.parseError && (
          <ErrorPanel title={t('page.parseError')}>
            <p>
              <MailText text={t('page.parseErrorBody', { reason: sentence(message.parseError) })} />
            </p>
          </ErrorPanel>
        )}
        <Tabs
          label={w('tabs.label')}
          items={tabs.map((name) => ({
            href: at(name),
            label: w(`tabs.${name}`),
            current: name === tab,
            ...(name === 'files' && { count: new Intl.NumberFormat(locale).format(message.attachments.length) }),
          }))}
        />
        {tab === 'timeline' && (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Panel id="timeline" title={t('page.timeline')}>
              <MessageTimeline message={message} trace={trace} locale={locale} zone={zone} />
            </Panel>
            <div className="flex min-w-0 flex-col gap-4">
              <Panel id="text" title={w('tabs.content')}>
                <MessageContent ctx={ctx} slug={slug} message={message} query={query} beside />
              </Panel>
              {message.attachments.length > 0 && (
                <Panel id="attachments" title={t('page.attachments')}>
                  <AttachmentsList attachments={message.attachments.map((file) => ({ ...file, size: bytes(file.size, locale) }))} />
                </Panel>
              )}
            </div>
          </div>
        )}
        {tab === 'authentication' && <Authentication message={message} />}
        {tab === 'content' && <MessageContent ctx={ctx} slug={slug} message={message} query={query} />}
        {tab === 'headers' && <HeaderFields slug={slug} message={message} query={query} locale={locale} zone={zone} />}
        {tab === 'files' && <FileList ctx={ctx} slug={slug} message={message} />}
        {tab === 'raw' && <RawText ctx={ctx} slug={slug} message={message} />}
      </div>
    </div>
  )
}

/** With a full stop, so that another sentence can follow. */
const sentence = (text: string) => (/[.!?。]$/.test(text) ? text : `${text}.`)

/** The address names the run that was asked for; a smaller one shown means that the worker has not come to it. */
function replayState(asked: string | string[] | undefined, run: number): 'waiting' | 'done' | 'refused' | 'waits' | undefined {
  if (asked === 'refused' || asked === 'waits') return asked
  if (typeof asked !== 'string' || !/^\d{1,9}$/.test(asked)) return undefined
  return run >= Number(asked) ? 'done' : 'waiting'
}
