import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { HtmlFrame, LinkList, RemoteBanner } from '@/components/message/html-frame'
import { QuotedText } from '@/components/message/quoted-text'
import { MailText } from '@/components/message/mail-text'
import { buttonClass } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import type { TenantContext } from '@/lib/core/access/actor'
import type { MessageDetail } from '@/lib/services/message/get'
import { bytes } from '@/lib/web/format'
import { messageHtml } from '@/lib/web/mail-content'
import { messageHref, oneOf, type Query } from './href'
import { attempt, RawUnavailable } from './unavailable'

const views = ['text', 'html', 'source'] as const
const mostSource = 256 * 1024

interface Props {
  ctx: TenantContext
  slug: string
  message: MessageDetail
  query: Query
  /** Beside the timeline: the text that is stored, and the ways to the rest. Nothing is read from S3. */
  beside?: boolean
}

/** The mail itself: its text, its HTML in a frame of its own, or the HTML's source. */
export async function MessageContent({ ctx, slug, message, query, beside = false }: Props) {
  const t = await getTranslations('message.content')
  const m = await getTranslations('messages.page')
  const otherwise = !message.text && message.hasHtml ? 'html' : 'text'
  const view = beside ? 'text' : oneOf(views, query['view'], otherwise)
  const at = (name: string, more: Record<string, string> = {}) => messageHref(slug, message.id, query, { tab: 'content', view: name, ...more })
  const shown = message.hasHtml ? views : (['text'] as const)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {message.hasHtml && <Tabs label={t('views')} items={shown.map((name) => ({ href: at(name), label: t(name), current: name === view }))} />}
      {view === 'text' ? (
        message.text ? (
          <QuotedText text={message.text} />
        ) : (
          <p className="text-ink-2">{m('noText')}</p>
        )
      ) : (
        <Html ctx={ctx} slug={slug} message={message} remote={query['remote'] === 'once'} view={view} at={at} />
      )}
    </div>
  )
}

interface HtmlProps extends Pick<Props, 'ctx' | 'slug' | 'message'> {
  remote: boolean
  view: 'html' | 'source'
  at: (name: string, more?: Record<string, string>) => string
}

async function Html({ ctx, slug, message, remote, view, at }: HtmlProps) {
  const [t, locale] = await Promise.all([getTranslations('message.content'), getLocale()])
  const read = await attempt(() => messageHtml({ ctx, input: { id: message.id, remote } }))
  if (!read.ok) return <RawUnavailable />
  const html = read.value
  if (!html) return <p className="text-ink-2">{t('noHtml')}</p>
  if (view === 'source')
    return (
      <>
        {html.source.length > mostSource && <p className="text-ink-2">{t('cut', { size: bytes(mostSource, locale) })}</p>}
        <div lang="" className="font-mono text-table wrap-anywhere">
          <MailText text={html.source.slice(0, mostSource)} lines />
        </div>
      </>
    )
  const src = `/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(message.id)}/html${remote ? '?remote=once' : ''}`
  const links = <LinkList links={html.links} />
  // A link that lies is told before the reader comes to it.
  const lies = html.links.some((link) => link.deceptive)
  return (
    <>
      {lies && links}
      <HtmlFrame src={src} name={t('frame')}>
        {remote ? (
          <RemoteBanner shown title={t('shownOnce')} act={<Link href={at('html')} prefetch={false} className={buttonClass()}>{t('block')}</Link>} />
        ) : (
          html.blocked > 0 && (
            <RemoteBanner
              shown={false}
              title={t('blocked')}
              why={t('blockedWhy')}
              act={
                <Link href={at('html', { remote: 'once' })} prefetch={false} className={buttonClass()}>
                  {t('showOnce')}
                </Link>
              }
            />
          )
        )}
      </HtmlFrame>
      {!lies && links}
    </>
  )
}
