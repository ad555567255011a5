import type { Metadata } from 'next'
import Link from 'next/link'
import { domainToUnicode } from 'node:url'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ReceivingChip, SendingChip } from '@/components/domain/standing'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { allows } from '@/lib/services/access/authorize'
import { domainDetails, givenDomain, givenReceiving, type DomainDetail } from '@/lib/services/domain/detail'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('domains'))('title') }
}

const grid = 'grid items-start justify-items-start gap-x-4 gap-y-1 px-4 py-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_minmax(0,4fr)]'

const labelled = 'flex flex-wrap items-center gap-x-2'
/** The heads of the columns stand above them where there are columns. */
const label = 'min-w-20 text-meta text-ink-3 lg:sr-only'

type Words = Awaited<ReturnType<typeof getTranslations<'domains'>>>
type Format = Awaited<ReturnType<typeof getFormatter>>

/** What comes before the records: who holds it up, until when, or who waits for an answer. */
function standingOf(d: DomainDetail, t: Words, format: Format) {
  const short = { dateStyle: 'medium', timeStyle: 'short' } as const
  const lines = [
    ...(d.hold ? [t(`hold.${d.hold}`)] : []),
    ...(d.graceUntil ? [t('graceShort', { at: format.dateTime(new Date(d.graceUntil), short) })] : []),
    ...(d.expiresAt ? [t('expiresShort', { ago: format.relativeTime(new Date(d.expiresAt), new Date()) })] : []),
    ...(d.asked > 0 ? [t('consent.waiting', { count: d.asked })] : []),
  ]
  return lines.map((line) => (
    <span key={line} className="block text-ink">
      {line}
    </span>
  ))
}

/** The tenant's domains; first the one that it was given. */
export default async function DomainsPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t, format] = await Promise.all([params, searchParams, getTranslations('domains'), getFormatter()])
  const here = `/t/${encodeURIComponent(slug)}/domains`
  await requireUser(here)
  const { ctx } = await tenantContext(slug, 'domain.read')
  const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined
  const { data, nextCursor } = await domainDetails({ ctx, input: { ...(cursor ? { cursor } : {}) } })
  const given = givenDomain(slug)
  const receiving = await givenReceiving({ ctx })
  const receives = receiving === 'receives'
  const writes = allows(ctx, 'domain.write')
  const add = writes ? (
    <Link href={`${here}/new`} prefetch={false} className={buttonClass('primary')}>
      {t('add')}
    </Link>
  ) : (
    <Button type="button" look="primary" reason={t('mayNot')}>
      {t('add')}
    </Button>
  )
  return (
    <ClientMessages of={['domains']}>
      <PageHead title={t('title')} actions={add} />
      <div aria-hidden="true" className={`${grid} border-t border-line bg-sunken !py-1 text-meta text-ink-3 max-lg:hidden`}>
        <span>{t('name')}</span>
        <span>{t('receivingHead')}</span>
        <span>{t('sendingHead')}</span>
        <span>{t('nextHead')}</span>
      </div>
      <ul className="border-y border-line bg-surface">
        <li className={`${grid} border-b border-line last:border-b-0`}>
          <span className="font-medium wrap-anywhere">{given}</span>
          <span className={labelled}>
            <span className={label}>{t('receivingHead')}</span>
            <ReceivingChip state={receiving} />
          </span>
          <span className={labelled}>
            <span className={label}>{t('sendingHead')}</span>
            <span className="text-ink-2">{t('givenSending')}</span>
          </span>
          <span className="text-ink-2">{receives ? t('given') : t('givenWaits')}</span>
        </li>
        {data.map((d) => (
          <li key={d.id} className={`${grid} border-b border-line last:border-b-0`}>
            <Link href={`${here}/${d.id}`} prefetch={false} className="min-h-6 font-medium text-accent underline wrap-anywhere pointer-coarse:min-h-11">
              {domainToUnicode(d.name)}
              {domainToUnicode(d.name) !== d.name && <span className="block text-meta font-normal text-ink-3">{d.name}</span>}
            </Link>
            <span className={labelled}>
              <span className={label}>{t('receivingHead')}</span>
              <ReceivingChip state={d.receiving} />
            </span>
            <span className={labelled}>
              <span className={label}>{t('sendingHead')}</span>
              <SendingChip state={d.sending} />
            </span>
            <span className="text-ink-2 wrap-anywhere">
              {standingOf(d, t, format)}
              {d.next?.do ? t('nextRecord', { purpose: t(`purpose.${d.next.purpose}`), act: t(`doIt.${d.next.do.key}`, d.next.do.params) }) : t('nothingNext')}
            </span>
          </li>
        ))}
      </ul>
      {data.length === 0 && !cursor && (
        <div className="p-4">
          <EmptyState title={t('empty')}>
            <p className="text-ink-2 wrap-anywhere">{receives ? t('emptyText', { name: given }) : t('emptyWaits', { name: given })}</p>
            {writes && (
              <Link href={`${here}/new`} prefetch={false} className={buttonClass()}>
                {t('add')}
              </Link>
            )}
          </EmptyState>
        </div>
      )}
      {nextCursor && (
        <p className="p-4">
          <Link href={`${here}?cursor=${nextCursor}`} prefetch={false} className={buttonClass()}>
            {t('older')}
          </Link>
        </p>
      )}
    </ClientMessages>
  )
}
