import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** A message that is not there, or not this tenant's: the console around it stays. */
export default async function MessageNotFound() {
  const t = await getTranslations('console')
  return (
    <div className="flex flex-col items-start gap-4 p-4">
      <h1 className="text-h1 font-semibold">{t('notFoundTitle')}</h1>
      <p className="text-ink-2">{t('notFoundBody')}</p>
      <Link href="/" prefetch={false} className={buttonClass('primary')}>
        {t('notFoundLink')}
      </Link>
    </div>
  )
}
