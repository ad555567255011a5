import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { Banner } from '@/components/ui/banner'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { StateChip } from '@/components/webhook/chips'
import { DayBars } from '@/components/webhook/day-bars'
import { allows } from '@/lib/services/access/authorize'
import { listWebhooks } from '@/lib/services/webhook/list'
import { logTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('title') })

/** The tenant's webhooks: how each stands, its last day, its next try. */
export default async function WebhooksPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t, locale, zone] = await Promise.all([params, searchParams, getTranslations('webhooks'), getLocale(), getTimeZone()])
  const here = `/t/${encodeURIComponent(slug)}/webhooks`
  await requireUser(here)
  const { ctx } = await tenantContext(slug, 'webhook.read')
  const webhooks = await listWebhooks({ ctx })
  const now = new Date()
  const add = allows(ctx, 'webhook.write') ? (
    <Link href={`${here}/new`} prefetch={false} className={buttonClass('primary')}>
      {t('add')}
    </Link>
  ) : (
    <Button type="button" look="primary" reason={t('mayNot')}>
      {t('add')}
    </Button>
  )
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead title={t('title')} actions={add}>
        <p className="max-w-2xl text-ink-2">
          {t.rich('about', { docs: (text) => <a href="/api/v1/openapi.json" className="text-accent underline">{text}</a> })}
        </p>
      </PageHead>
      <RefreshOnNews url={`/t/${encodeURIComponent(slug)}/live`} of="webhook" />
      <div className="flex flex-col gap-2 px-4 pb-6">
        {query['done'] === 'removed' && <Banner tone="ok" live>{t('removed')}</Banner>}
        <Table
          label={t('title')}
          empty={
            <EmptyState title={t('empty')}>
              <p className="text-ink-2">{t('emptyText')}</p>
              {add}
            </EmptyState>
          }
          columns={[
            { id: 'url', head: t('url'), phone: 'title' },
            { id: 'state', head: t('stateHead'), phone: 'side', nowrap: true },
            { id: 'day', head: t('day') },
            { id: 'next', head: t('nextTry') },
          ]}
          rows={webhooks.map((w) => ({
            id: w.id,
            name: w.url,
            cells: {
              url: (
                <>
                  <Link href={`${here}/${w.id}`} prefetch={false} className="font-medium text-accent underline wrap-anywhere">
                    <bdi>{w.url}</bdi>
                  </Link>
                  {w.description && <bdi className="block text-meta text-ink-3">{w.description}</bdi>}
                </>
              ),
              state: <StateChip {...w} />,
              day: <DayBars hours={w.hours} />,
              next: w.nextTryAt ? logTime(w.nextTryAt, locale, zone, now) : t('noTry'),
            },
          }))}
        />
      </div>
    </ClientMessages>
  )
}
