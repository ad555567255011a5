'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

type Size = 'small' | undefined

/** Throws a dead job away, after a question; without script at once, by a button that says so. */
export function DiscardJob({ id, queue, size, action }: { id: string; queue: string; size?: Size; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('operator.jobs')
  const which = <input type="hidden" name="id" value={id} />
  return (
    <>
      <AlertDialog
        trigger={<Button type="button" look="danger" size={size} className="noscript:hidden">{t('discard')}</Button>}
        title={t('discardTitle', { queue })}
        description={t('discardBody')}
        confirm={t('discard')}
        action={action}
      >
        {which}
      </AlertDialog>
      <form action={action} className="hidden noscript:block">
        {which}
        <Button look="danger" size={size}>{t('discardNow')}</Button>
      </form>
    </>
  )
}
