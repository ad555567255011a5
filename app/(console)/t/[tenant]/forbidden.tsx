import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { buttonClass } from '@/components/ui/button'

/** A member may not see this page: his role, his key or the tenant's state does not allow it. Status 403. */
export default async function Forbidden() {
  const t = await getTranslations('console')
  return (
    <>
      <PageHead title={t('forbiddenTitle')} />
      <div className="flex flex-col gap-4 px-4 text-ink-2">
        <p>{t('forbiddenBody')}</p>
        <Link href="/" prefetch={false} className={buttonClass('primary', 'self-start')}>
          {t('notFoundLink')}
        </Link>
      </div>
    </>
  )
}
