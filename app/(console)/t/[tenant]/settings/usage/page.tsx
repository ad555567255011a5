import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { LimitList } from '@/components/usage/limits'
import { nextDay } from '@/lib/core/limit/limits'
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
  const base = `/t/${encodeURIComponent(slug)}`
  await requireUser(`${base}/settings/usage`)
  const { ctx } = await tenantContext(slug, 'tenant.read')
  const { limits, newUntil, held } = await readUsage({ ctx })
  const time = (at: Date) => fullTime(at, locale, zone)
  return (
    <>
      <PageHead title={t('title')}>
        <p className="max-w-prose text-ink-2">{t('intro', { at: time(nextDay(new Date())) })}</p>
      </PageHead>
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {held > 0 && (
          <Banner tone="warn">
            <Link href={`${base}/messages?disposition=held`} prefetch={false} className="text-accent underline">
              {t('held', { count: held })}
            </Link>
          </Banner>
        )}
        {newUntil !== null && <Banner>{t('newcomer', { at: time(new Date(newUntil)) })}</Banner>}
        <LimitList rows={limits} />
        <p className="max-w-prose text-ink-2">{t('more')}</p>
      </div>
    </>
  )
}
