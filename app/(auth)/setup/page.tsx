import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { SetupForm } from '@/components/auth/setup-form'
import { PlainPage } from '@/components/layout/plain-page'
import { ErrorPanel } from '@/components/ui/error-panel'
import { locales } from '@/lib/web/locale'
import { isSetUpOpen } from '@/lib/web/set-up'
import { makeOperator } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title'), referrer: 'no-referrer' }
}

/** The page behind the link that a start with a database of one's own prints. */
export default async function SetupPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token } = await searchParams
  const t = await getTranslations('setup')
  const open = typeof token === 'string' && (await isSetUpOpen(token))
  return (
    <PlainPage title={t('title')} showTitle locales={locales} setLanguage={setLanguage}>
      {open ? (
        <>
          <p className="text-ink-2">{t('intro')}</p>
          <SetupForm action={makeOperator} token={token} />
        </>
      ) : (
        <ErrorPanel title={t('void')}>
          <a href="/login" className="underline">
            {t('toLogin')}
          </a>
        </ErrorPanel>
      )}
    </PlainPage>
  )
}
