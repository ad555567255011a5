'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

/** Goes after a question; without script at once, by a button that says so. */
export function Leave({ name, action }: { name: string; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('settings')
  return (
    <>
      <AlertDialog
        trigger={<Button type="button" look="danger" className="noscript:hidden">{t('leaveSubmit', { name })}</Button>}
        title={t('leaveTitle', { name })}
        description={t('leaveHint')}
        confirm={t('leaveSubmit', { name })}
        action={action}
      />
      <form action={action} className="hidden noscript:block">
        <Button look="danger">{t('leaveNow', { name })}</Button>
      </form>
    </>
  )
}
