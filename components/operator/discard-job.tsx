'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

/** Throws a dead job away, after a question. */
export function DiscardJob({ id, queue, action }: { id: string; queue: string; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('operator.jobs')
  return (
    <AlertDialog
      trigger={<Button type="button" look="danger" size="small">{t('discard')}</Button>}
      title={t('discardTitle', { queue })}
      description={t('discardBody')}
      confirm={t('discard')}
      action={action}
    >
      <input type="hidden" name="id" value={id} />
    </AlertDialog>
  )
}
