'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'

interface Props {
  error: Error & { digest?: string }
  retry: () => void
}

/** Where a page failed: what happened, a way on, and the reference that the log has too. The rest of the console lives. */
export function PageError({ error, retry }: Props) {
  const t = useTranslations('console')
  return (
    <div className="p-4">
      <ErrorPanel alert title={t('errorTitle')}>
        <p>{t('errorBody')}</p>
        {error.digest && <p className="font-mono text-table">{t('reference', { id: error.digest })}</p>}
        <Button type="button" onClick={retry}>
          {t('retry')}
        </Button>
      </ErrorPanel>
    </div>
  )
}
