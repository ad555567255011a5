import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { LimitList } from '@/components/usage/limits'
import { Waiting } from '@/components/usage/waiting'
import { readUsage } from '@/lib/services/limit/read'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('usage'))('title') })

/** What the tenant may have and use, and how far it is. */
export default async function UsagePage({ params }: Props) {
  const [{ tenant: slug }, t, locale, zone] = await Promise.all([params, getTranslations('usage'), getLocale(), getTimeZone()])
  await requireUser(`/t/${encodeURIComponent(slug)}/settings/usage`)
  const { ctx } = await tenantContext(slug, 'tenant.read')
  const { limits, held, dayEndsAt, newUntil } = await readUsage({ ctx })
  const time = (at: Date) => fullTime(at, locale, zone)
  return (
    <>
      <PageHead title={t('title')}>
        <p className="max-w-prose text-ink-2">{t('intro')}</p>
      </PageHead>
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {newUntil !== null && <Banner>{t('newcomer', { at: time(new Date(newUntil)) })}</Banner>}
        <Waiting held={held} dayEnds={time(new Date(dayEndsAt))} log={`/t/${encodeURIComponent(slug)}/messages?disposition=held`} />
        <LimitList rows={limits} />
        <p className="max-w-prose text-ink-2">{t('more')}</p>
      </div>
    </>
  )
}
