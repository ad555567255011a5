import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { PlainPage } from '@/components/layout/plain-page'
import { buttonClass } from '@/components/ui/button'
import { locales } from '@/lib/web/locale'
import { setLanguage } from './actions'

export default async function NotFound() {
  const t = await getTranslations('console')
  return (
    <PlainPage title={t('notFoundTitle')} showTitle locales={locales} setLanguage={setLanguage}>
      <p className="text-ink-2">{t('notFoundBody')}</p>
      <Link href="/" prefetch={false} className={buttonClass('primary', 'self-start')}>
        {t('notFoundLink')}
      </Link>
    </PlainPage>
  )
}
