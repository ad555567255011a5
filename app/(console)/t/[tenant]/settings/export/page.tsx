import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ExportList } from '@/components/export/export-list'
import { PageHead } from '@/components/layout/page-head'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { exportDays } from '@/lib/core/tenant/export'
import { listExports } from '@/lib/services/export/list'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { ask } from './actions'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('exports'))('title') })

const failures = ['open', 'many', 'gone', 'forbidden'] as const

/** All that the tenant has, as a file: asked for, made by a job, fetched. */
export default async function ExportPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams])
  const base = `/t/${encodeURIComponent(slug)}`
  await requireUser(`${base}/settings/export`)
  const { ctx } = await tenantContext(slug, 'tenant.export')
  const [t, s, locale, zone, rows] = await Promise.all([getTranslations('exports'), getTranslations('settings'), getLocale(), getTimeZone(), listExports({ ctx })])
  const failed = failures.find((f) => f === query['failed'])
  const open = rows.some((r) => r.state === 'queued' || r.state === 'running')
  return (
    <>
      <PageHead title={t('title')} crumbs={[{ label: s('title'), href: `${base}/settings` }]}>
        <p className="max-w-prose text-ink-2">{t('intro', { days: exportDays })}</p>
      </PageHead>
      {open && <RefreshOnNews url={`${base}/live`} of="export" />}
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {failed && <ErrorPanel alert title={t(`problem.${failed}`)} />}
        {query['done'] === 'asked' && open && <Banner tone="ok" live>{t('askedFor')}</Banner>}
        {open ? (
          <p className="text-form text-ink-2">{t('oneAtATime')}</p>
        ) : (
          <form action={ask.bind(null, slug)}>
            <SubmitButton>{t('ask')}</SubmitButton>
          </form>
        )}
        {rows.length > 0 && <ExportList rows={rows} time={(at) => fullTime(at, locale, zone)} fileOf={(id) => `${base}/settings/export/${id}/file`} />}
        <p className="max-w-prose text-table text-ink-2">{t('holds')}</p>
      </div>
    </>
  )
}
