'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

/** Ends a key, after a question; without script at once, by a button that says so. */
export function RevokeKey({ name, action }: { name: string; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('keys')
  return (
    <>
      <AlertDialog
        trigger={<Button type="button" look="danger" className="noscript:hidden">{t('revoke')}</Button>}
        title={t('revokeTitle', { name })}
        description={t('revokeText')}
        confirm={t('revoke')}
        action={action}
      />
      <form action={action} className="hidden noscript:block">
        <Button look="danger">{t('revokeNow')}</Button>
      </form>
    </>
  )
}
