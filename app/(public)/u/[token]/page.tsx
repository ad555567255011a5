import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { PlainPage } from '@/components/layout/plain-page'
import { Banner } from '@/components/ui/banner'
import { SubmitButton } from '@/components/ui/submit-button'
import { findStop } from '@/lib/services/notice/stop'
import { locales } from '@/lib/web/locale'
import { stop } from './actions'

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('notices'))('stop.title'), referrer: 'no-referrer' })

/** Where the unsubscribe link of a notice leads. Opening it changes nothing; the button does. No log-in, no script. */
export default async function StopPage({ params, searchParams }: Props) {
  const [{ token }, query, t] = await Promise.all([params, searchParams, getTranslations('notices')])
  const found = await findStop(decodeURIComponent(token))
  return (
    <PlainPage title={t('stop.title')} showTitle locales={locales} setLanguage={setLanguage}>
      {!found ? (
        <Banner tone="warn">{t('stop.void')}</Banner>
      ) : query['done'] === 'stopped' ? (
        <Banner tone="ok" live>{t('stop.done')}</Banner>
      ) : (
        <form action={stop.bind(null, token)} className="flex flex-col items-start gap-4">
          <p className="text-form wrap-anywhere">
            <strong className="font-medium">{t(`kind.${found.kind}`)}</strong> <bdi className="text-ink-2">{found.tenant ?? t('operator')}</bdi>
          </p>
          <p className="text-ink-2">{t('stop.text')}</p>
          <SubmitButton>{t('stop.act')}</SubmitButton>
        </form>
      )}
      <p>
        <Link href="/account/notifications" prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
          {t('stop.all')}
        </Link>
      </p>
    </PlainPage>
  )
}
